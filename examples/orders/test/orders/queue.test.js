const { setTimeout: sleep } = require('node:timers/promises');
const { testWithRetry } = require('../../environment/runner');
const { createQueue } = require('../../src/orders/queue');

const queue = createQueue({ prepareMs: 300 });

beforeAll(() => queue.add(7));

testWithRetry('a queued order is prepared soon', async () => {
  await sleep(200);
  expect(queue.state(7)).toBe('prepared');
});
