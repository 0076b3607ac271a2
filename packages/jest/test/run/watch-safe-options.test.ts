import { expect, test } from 'vitest';
import { watchSafeOptions } from '../../src/run/watch-safe-options.js';

const watching = { rootDir: '/project', watchAll: true };

test('report.json is left out where it would set off the next run', () => {
  expect(watchSafeOptions({ silent: true }, watching, false)).toEqual({
    silent: true,
    formats: ['text', 'csv', 'markdown'],
  });
});

test('a run that is not watched, an ignored folder and a chosen format stay as they are', () => {
  const options = { silent: true };
  expect(watchSafeOptions(options, { rootDir: '/project' }, false)).toBe(options);
  expect(watchSafeOptions(options, watching, true)).toBe(options);
  const chosen = { formats: ['json'] } as const;
  expect(watchSafeOptions(chosen, watching, false)).toBe(chosen);
});

test('a folder that the settings file names is not the one that the configuration ignores', () => {
  const safe = watchSafeOptions({}, watching, true, { others: { outputDir: 'elsewhere' } });
  expect(safe.formats).not.toContain('json');
  const options = { outputDir: 'ignored' };
  expect(watchSafeOptions(options, watching, true, { others: { outputDir: 'elsewhere' } })).toBe(options);
});
