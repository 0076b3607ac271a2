const { CheckoutTimeout, PoolNameTaken } = require('./errors');
const { startWorker } = require('./start-worker');

const names = new Set();

/**
 * Worker processes that tasks take turns with. Workers are started when a task needs one.
 * @param {object} options
 * @param {string} options.name unique in this process
 * @param {number} [options.size] workers that are kept. Default: 3
 * @param {number} [options.overflow] workers more that a rush may start. Default: 2
 * @param {number} [options.checkoutLimitMs] longest wait of a task for a worker. Default: 5000
 * @param {number} [options.startLimitMs] longest start of a worker. Default: 10000
 * @param {number} [options.maxOpenFiles] open files of each worker. Default: the system's own limit
 */
function startWorkerPool({
  name,
  size = 3,
  overflow = 2,
  checkoutLimitMs = 5000,
  startLimitMs = 10_000,
  maxOpenFiles,
}) {
  if (names.has(name)) throw new PoolNameTaken(name);
  names.add(name);
  const capacity = size + overflow;
  const workers = new Set();
  const idle = [];
  const waiting = [];
  const stats = { started: 0, timeouts: 0 };

  const remove = (worker) => {
    workers.delete(worker);
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
    // Tasks that wait must not wait for one that is dead.
    if (waiting.length > workers.size) grow();
  };

  const offer = (worker) => {
    const task = waiting.shift();
    if (task) task.take(worker);
    else idle.push(worker);
  };

  const grow = async () => {
    stats.started += 1;
    const worker = startWorker({ pool: name, startLimitMs, maxOpenFiles });
    workers.add(worker);
    worker.finished.then(() => remove(worker));
    try {
      await worker.ready;
      offer(worker);
    } catch (error) {
      waiting.shift()?.fail(error);
    }
  };

  const checkOut = () => {
    if (idle.length > 0) return Promise.resolve(idle.shift());
    return new Promise((resolve, reject) => {
      const task = {
        take: (worker) => {
          clearTimeout(timer);
          resolve(worker);
        },
        fail: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        const { workers: count } = status();
        const error = new CheckoutTimeout(name, checkoutLimitMs, {
          workers: count,
          capacity,
          waiting: waiting.length,
        });
        stats.timeouts += 1;
        waiting.splice(waiting.indexOf(task), 1);
        reject(error);
      }, checkoutLimitMs);
      waiting.push(task);
      if (workers.size < capacity) grow();
    });
  };

  /** Runs a command on a worker, as soon as one is free. */
  const run = async (command, input) => {
    const worker = await checkOut();
    try {
      return await worker.run(command, input);
    } finally {
      if (worker.isAlive()) offer(worker);
    }
  };

  /** Brings workers up before the first task needs them. */
  const warmUp = async (count = size) => {
    const taken = await Promise.all(Array.from({ length: count }, checkOut));
    for (const worker of taken) offer(worker);
  };

  const status = () => ({
    workers: workers.size,
    idle: idle.length,
    waiting: waiting.length,
    capacity,
    ...stats,
  });

  const stop = async () => {
    await Promise.all([...workers].map((worker) => worker.stop()));
    names.delete(name);
  };

  return { name, run, status, stop, warmUp, workers };
}

module.exports = { startWorkerPool };
