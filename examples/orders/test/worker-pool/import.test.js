const { setTimeout: sleep } = require('node:timers/promises');

test('a price list of a hundred thousand products is read', async () => {
  const prices = Array.from({ length: 100_000 }, (_, product) => ({ product, priceCents: product }));
  expect(prices).toHaveLength(100_000);
  await sleep(50);
  // What the kernel does to the largest process when memory runs short.
  process.kill(process.pid, 'SIGKILL');
  await sleep(10_000);
});
