const { WORK_MS, workerPool, workMs } = require('../src/worker-pool-options.js');

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** What the forecast advises: all five are ready before the tasks come. */
module.exports = ({ test, expect, afterAll }) => {
  const pids = [];
  // The pool of each test is closed with it; nothing may be left when the file ends.
  afterAll(() => expect(pids.filter(isAlive)).toEqual([]));

  const open = async (pool, options) => {
    const startedAt = performance.now();
    const create = async (context) => {
      const worker = await workerPool.create(context);
      pids.push(worker.pid);
      return worker;
    };
    const workers = await pool({ ...workerPool, create, ...options });
    return { workers, startUpMs: performance.now() - startedAt };
  };

  test('the forecast names the failures of a cold pool beforehand', async ({ pool }) => {
    const { workers } = await open(pool, { name: 'forecast' });
    const operationMs = workMs(workers.checkoutLimitMs);
    // Starts one worker to measure how long that takes.
    const { timedOut, remedies } = await workers.forecast({ tasks: 10, operationMs });
    expect(timedOut).toBeGreaterThanOrEqual(4);
    expect(remedies.warm).toBe(5);
  });

  test('ten tasks are done by a warm pool', async ({ pool }) => {
    const { workers, startUpMs } = await open(pool, { name: 'warm workers', warm: 5 });
    expect(startUpMs).toBeLessThan(10_000);
    const forecast = await workers.forecast({ tasks: 10, operationMs: WORK_MS });
    expect(forecast.timedOut).toBe(0);
    const tasks = Array.from({ length: 10 }, () => workers.use((worker) => worker.work(WORK_MS)));
    expect(await Promise.all(tasks)).toHaveLength(10);
    expect(workers.statistics()).toMatchObject({ checkouts: 10, timedOutCheckouts: 0, started: 5 });
  });

  test('a worker that dies is replaced, and the next test has none of it', async ({ pool }) => {
    const { workers } = await open(pool, { name: 'warm workers', size: 1, overflow: 0, warm: 1 });
    const killed = await workers.use(async (worker) => {
      worker.process.kill('SIGKILL');
      await new Promise((resolve) => worker.process.once('exit', resolve));
      return worker.pid;
    });
    expect(await workers.use((worker) => worker.pid)).not.toBe(killed);
    expect(workers.statistics()).toMatchObject({ started: 2, replaced: 1 });
  });
};
