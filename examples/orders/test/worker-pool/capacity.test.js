const { startWorkerPool } = require('../../src/worker-pool/worker-pool');

const sold = [3, 5, 4];

describe('the capacity of a worker pool', () => {
  let pool;
  afterEach(() => pool?.stop());

  test('is as many tasks at a time as it has workers', async () => {
    pool = startWorkerPool({ name: 'capacity' });
    const results = await Promise.all([1, 2, 3].map(() => pool.run('predict', { sold })));
    expect(results).toEqual([4, 4, 4]);
    expect(pool.status()).toMatchObject({ started: 3, timeouts: 0 });
  });

  test('suffices for ten tasks', async () => {
    // Three workers and two more; each takes over a second to come up and a second for its task.
    pool = startWorkerPool({ name: 'capacity', size: 3, overflow: 2, checkoutLimitMs: 1900 });
    const tasks = Array.from({ length: 10 }, () => pool.run('predict', { sold, takesMs: 1000 }));
    const results = await Promise.all(tasks);
    expect(results).toEqual(Array(10).fill(4));
  });
});
