/** No worker became free in time. */
class CheckoutTimeout extends Error {
  name = 'CheckoutTimeout';
  code = 'CHECKOUT_TIMEOUT';

  constructor(pool, limitMs, { workers, capacity, waiting }) {
    super(
      `Pool "${pool}": no worker available within ${limitMs} ms ` +
        `(${workers} of ${capacity} workers in use or starting, ${waiting} tasks waiting)`,
    );
  }
}

/** A worker did not come up in time. */
class WorkerStartTimeout extends Error {
  name = 'WorkerStartTimeout';
  code = 'WORKER_START_TIMEOUT';

  constructor(pool, limitMs) {
    super(`Pool "${pool}": a worker was not ready ${limitMs} ms after its start`);
  }
}

/** A worker ended while it had a task. */
class WorkerLost extends Error {
  name = 'WorkerLost';
  code = 'WORKER_LOST';

  constructor(pool, pid, exit) {
    super(`Pool "${pool}": worker process ${pid} ended during a task (${exit})`);
  }
}

/** Two pools cannot have one name: metrics and logs tell them apart by it. */
class PoolNameTaken extends Error {
  name = 'PoolNameTaken';
  code = 'POOL_NAME_TAKEN';

  constructor(pool) {
    super(`A pool with the name "${pool}" is already running`);
  }
}

module.exports = { CheckoutTimeout, PoolNameTaken, WorkerLost, WorkerStartTimeout };
