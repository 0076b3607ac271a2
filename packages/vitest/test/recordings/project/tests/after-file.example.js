import { afterAll, test } from 'vitest';

test('ends', () => {});
afterAll(() => {
  setTimeout(() => {
    throw new Error('after the file');
  }, 0);
});
