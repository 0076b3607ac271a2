const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { WorkerLost, WorkerStartTimeout } = require('./errors');

const program = join(__dirname, 'worker.js');

const spawnWorker = (maxOpenFiles) => {
  const options = { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] };
  if (maxOpenFiles === undefined) return spawn(process.execPath, [program], options);
  const limited = `ulimit -n ${maxOpenFiles} && exec "$0" "$@"`;
  return spawn('sh', ['-c', limited, process.execPath, program], options);
};

/**
 * Starts one worker process.
 * @param {object} options
 * @param {string} options.pool name, for messages
 * @param {number} options.startLimitMs
 * @param {number} [options.maxOpenFiles] what the system lets it open. Default: the system's own limit
 * @returns a worker that is usable once its `ready` is fulfilled
 */
function startWorker({ pool, startLimitMs, maxOpenFiles }) {
  const child = spawnWorker(maxOpenFiles);
  const tasks = new Map();
  let ended = false;
  let nextId = 0;

  const finished = new Promise((resolve) => {
    const end = (reason) => {
      ended = true;
      const error = new WorkerLost(pool, child.pid, reason);
      for (const { reject } of tasks.values()) reject(error);
      tasks.clear();
      resolve();
    };
    child.once('exit', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
    child.once('error', ({ message }) => end(message));
  });

  const ready = new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new WorkerStartTimeout(pool, startLimitMs));
    }, startLimitMs);
    child.on('message', ({ ready: isReady, id, result, error }) => {
      if (isReady) {
        clearTimeout(timer);
        resolve();
        return;
      }
      const task = tasks.get(id);
      tasks.delete(id);
      if (error) task?.reject(Object.assign(new Error(error.message), { code: error.code }));
      else task?.resolve(result);
    });
    finished.then(() => {
      clearTimeout(timer);
      reject(new Error(`Pool "${pool}": a worker ended before it was ready`));
    });
  });
  ready.catch(() => {});

  /** Does one job; rejects with the job's error, or WorkerLost. */
  const run = (command, input) =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      tasks.set(id, { resolve, reject });
      child.send({ id, command, input });
    });

  const stop = async () => {
    if (!ended) child.kill('SIGTERM');
    await finished;
  };

  return { finished, isAlive: () => !ended, kill: () => child.kill('SIGKILL'), ready, run, stop };
}

module.exports = { startWorker };
