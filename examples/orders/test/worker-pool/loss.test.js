const { setTimeout: sleep } = require('node:timers/promises');
const { startWorkerPool } = require('../../src/worker-pool/worker-pool');

describe('the loss of a worker', () => {
  let pool;
  afterEach(() => pool?.stop());

  test('is made good for the next task', async () => {
    pool = startWorkerPool({ name: 'loss', size: 1, overflow: 0 });
    await pool.warmUp(1);
    const [worker] = pool.workers;
    worker.kill();
    await worker.finished;
    expect(await pool.run('ping')).toBe('pong');
  });

  test('is reported to the task that it had', async () => {
    pool = startWorkerPool({ name: 'loss', size: 1, overflow: 0 });
    await pool.warmUp(1);
    const task = pool.run('predict', { sold: [1], takesMs: 5000 });
    const outcome = expect(task).rejects.toMatchObject({ code: 'WORKER_LOST' });
    await sleep(20);
    for (const worker of pool.workers) worker.kill();
    await outcome;
  });
});
