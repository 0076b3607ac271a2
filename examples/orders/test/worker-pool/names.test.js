const { startWorkerPool } = require('../../src/worker-pool/worker-pool');

describe('a worker pool', () => {
  const pools = [];
  const start = (options) => {
    const pool = startWorkerPool(options);
    pools.push(pool);
    return pool;
  };
  afterAll(() => Promise.all(pools.map((pool) => pool.stop())));

  test('has no worker before it has a task', () => {
    const pool = start({ name: 'forecasts' });
    expect(pool.status()).toMatchObject({ workers: 0, capacity: 5 });
  });

  test('has the size that is asked for', () => {
    const pool = start({ name: 'forecasts', size: 1, overflow: 0 });
    expect(pool.status().capacity).toBe(1);
  });

  test('frees its name when it stops', async () => {
    await startWorkerPool({ name: 'short-lived' }).stop();
    await startWorkerPool({ name: 'short-lived' }).stop();
  });
});
