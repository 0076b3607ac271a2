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
