const { startWorkerPool } = require('../../src/worker-pool/worker-pool');

describe('a worker', () => {
  let pool;
  afterEach(() => pool?.stop());

  test('answers once it is up', async () => {
    pool = startWorkerPool({ name: 'start-up' });
    expect(await pool.run('ping')).toBe('pong');
  });

  test('is up within the start limit of the staging settings', async () => {
    pool = startWorkerPool({ name: 'start-up', startLimitMs: 500 });
    expect(await pool.run('ping')).toBe('pong');
  });

  test('answers the first ping in a short test', async () => {
    pool = startWorkerPool({ name: 'start-up' });
    expect(await pool.run('ping')).toBe('pong');
  }, 600);

  test('answers the first ping immediately', async () => {
    pool = startWorkerPool({ name: 'start-up' });
    const start = performance.now();
    await pool.run('ping');
    expect(performance.now() - start).toBeLessThan(50);
  });
});
