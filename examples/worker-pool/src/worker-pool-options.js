const { startWorker } = require('./start-worker.js');

/** Three workers and two more in a rush; a task waits five seconds for one. */
const workerPool = {
  create: ({ signal }) => startWorker(signal),
  destroy: (worker) => worker.stop(),
  kill: (worker) => worker.process.kill('SIGKILL'),
  check: (worker) => worker.process.exitCode === null && worker.process.signalCode === null,
  size: 3,
  overflow: 2,
  checkoutWithin: 5_000,
};

/** How long a task works. */
const WORK_MS = 3_500;

/** As long beside the wait as 3.5 s beside five: a busy machine makes the wait longer, and would hide the scenario. */
const workMs = (checkoutLimitMs) => checkoutLimitMs - 1_500;

module.exports = { WORK_MS, workerPool, workMs };
