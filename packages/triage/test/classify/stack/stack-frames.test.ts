import { expect, it } from 'vitest';
import { StackFrames } from '../../../src/classify/stack/stack-frames.js';

const ownersOf = (stack: string, file?: string, root?: string) =>
  new StackFrames(stack, file, root).all().map(({ owner }) => owner);

const PRODUCT = 'Error: x\n    at find (/home/me/e2e/tests/shop/src/store.ts:1:1)';
const BOTH = `${PRODUCT}\n    at /home/me/e2e/tests/shop/test/a.test.ts:2:2`;

it('folders above the project say nothing of whose code a file is', () => {
  expect(ownersOf(BOTH, 'test/a.test.ts')).toEqual(['product', 'test']);
  expect(ownersOf(PRODUCT, 'test/a.test.ts', '/home/me/e2e/tests/shop/')).toEqual(['product']);
  expect(ownersOf(PRODUCT, undefined, '/home/me/e2e/tests/shop/')).toEqual(['product']);
});

it('folders of tests within the project still do', () => {
  const stack = 'Error: x\n    at make (/home/me/e2e/shop/test/support/make.ts:1:1)';
  expect(ownersOf(stack, 'test/a.test.ts', '/home/me/e2e/shop/')).toEqual(['test']);
});

it('without a known root the whole path speaks', () => {
  expect(ownersOf(PRODUCT, 'test/a.test.ts')).toEqual(['test']);
  expect(ownersOf(PRODUCT)).toEqual(['test']);
});

it('the failing test file is the test’s, wherever it lies', () => {
  expect(ownersOf('Error: x\n    at /home/me/shop/src/sum.ts:2:2', 'src/sum.ts', '/home/me/shop/')).toEqual([
    'test',
  ]);
});

it('frames in colours are read, whether the first of them is plain or not', () => {
  const coloured = '\u001B[2m    at find (/home/me/shop/src/store.ts:1:1)\u001B[22m';
  expect(ownersOf(`Error: x\n${coloured}`)).toEqual(['product']);
  expect(ownersOf(`Error: x\n    at a (/home/me/shop/src/a.ts:1:1)\n${coloured}`)).toEqual([
    'product',
    'product',
  ]);
});
