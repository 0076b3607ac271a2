import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/classify/stack/project-root.js';

const rootOf = (stack: string, file = 'test/a.test.ts') => projectRoot(stack, file);

it('the frame of the test file gives the root away', () => {
  const stack =
    'Error: a.test.ts\n    at find (/home/me/my app/src/store.ts:1:1)\n    at /home/me/my app/test/a.test.ts:2:2';
  expect(rootOf(stack)).toBe('/home/me/my app/');
});

it('a root of Windows has forward slashes', () => {
  expect(rootOf('Error: x\n    at C:\\app\\test\\a.test.ts:2:2')).toBe('C:/app/');
});

it('a stack without the test file, or with its bare name alone, has no root', () => {
  expect(rootOf('Error: x\n    at find (/home/me/src/store.ts:1:1)')).toBeUndefined();
  expect(rootOf('Error: a.test.ts\n    at find (/home/me/src/store.ts:1:1)')).toBeUndefined();
  expect(rootOf('Error: x\n    at test/a.test.ts:1:1')).toBeUndefined();
  expect(rootOf('Error: x\n    at /home/me/src/store.ts:1:1', '')).toBeUndefined();
});
