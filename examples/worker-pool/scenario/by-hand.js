const { HandWrittenPool } = require('../src/hand-written-pool.js');
const { WORK_MS } = require('../src/worker-pool-options.js');

/** Without Holdfast: half of the tasks find no worker. */
module.exports = ({ test }) => {
  test('ten tasks are done by hand-written means', async () => {
    const pool = new HandWrittenPool({ capacity: 5, checkoutMs: 5_000 });
    const tasks = Array.from({ length: 10 }, () => pool.use((worker) => worker.work(WORK_MS)));
    const results = await Promise.allSettled(tasks);
    await pool.close();
    const failed = results.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  });
};
