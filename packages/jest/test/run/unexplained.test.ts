import { expect, test } from 'vitest';
import { unexplained } from '../../src/run/unexplained.js';

test('a file that ran in Jest’s own process is charged, also with exit code 0', () => {
  expect(unexplained(0, ['/project/a.test.js'], false)).toMatchObject([
    { kind: 'worker', phase: 'worker', path: '/project/a.test.js' },
  ]);
});

test('an exit code without a reason is an error of the run', () => {
  expect(unexplained(1, [], false)).toMatchObject([
    { kind: 'run', error: { message: expect.stringMatching('exit code 1') } },
  ]);
  expect(unexplained(1, [], true)).toEqual([]);
  expect(unexplained(0, [], false)).toEqual([]);
});
