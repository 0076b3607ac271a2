import { test } from 'vitest';

test('leaves a rejection', async () => {
  Promise.reject(new Error('nobody listens'));
  await new Promise((r) => setTimeout(r, 20));
});
test('throws late', async () => {
  setTimeout(() => {
    throw new Error('late throw');
  }, 5);
});
test('waits', async () => {
  await new Promise((r) => setTimeout(r, 60));
});
