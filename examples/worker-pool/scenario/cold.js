const { workerPool, workMs } = require('../src/worker-pool-options.js');

/** The same figures in a pool of Holdfast's: half of the tasks fail, and it was said beforehand. */
module.exports = ({ test }) => {
  test('ten tasks are done by a cold pool', async ({ pool }) => {
    const workers = await pool({ ...workerPool, name: 'cold workers' });
    const work = workMs(workers.checkoutLimitMs);
    const tasks = Array.from({ length: 10 }, () => workers.use((worker) => worker.work(work)));
    const results = await Promise.allSettled(tasks);
    const failed = results.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  });
};
