import { expect, it } from 'vitest';
import { projectPath } from '../../../src/classify/stack/project-path.js';
import { failureOf } from '../failure-of.js';

const shown = (path: string, stack: string, file = 'test/a.test.ts') =>
  projectPath(path, { failure: failureOf({ message: 'x', file }), error: { message: 'x', stack } });

it('a path is shown from the root that the test file’s frame gives away', () => {
  const stack =
    'Error: a.test.ts\n    at find (/home/me/my app/src/store.ts:1:1)\n    at /home/me/my app/test/a.test.ts:2:2';
  expect(shown('/home/me/my app/src/store.ts', stack)).toBe('src/store.ts');
});

it('a path of Windows is shown with forward slashes', () => {
  const stack = 'Error: x\n    at find (C:\\app\\src\\store.ts:1:1)\n    at C:\\app\\test\\a.test.ts:2:2';
  expect(shown('C:\\app\\src\\store.ts', stack)).toBe('src/store.ts');
});

it('a path without a root is shown by its last three members', () => {
  expect(shown('/home/me/app/src/deep/store.ts', 'Error: x')).toBe('…/src/deep/store.ts');
  expect(shown('src/store.ts', 'Error: x', '')).toBe('src/store.ts');
});
