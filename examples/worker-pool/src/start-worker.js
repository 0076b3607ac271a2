const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');
const { createInterface } = require('node:readline');

/**
 * Starts a worker process.
 * @param {AbortSignal} [signal] kills it
 * @returns {Promise<{ pid: number, process: import('node:child_process').ChildProcess, work: (ms: number) => Promise<string>, stop: () => Promise<void> }>}
 */
async function startWorker(signal) {
  const child = spawn(process.execPath, [join(__dirname, 'worker.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  signal?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  const lines = createInterface({ input: child.stdout });
  const nextLine = async () => {
    const [line] = await Promise.race([
      once(lines, 'line'),
      ended.then(([code]) => {
        throw new Error(`worker ${child.pid} ended with exit code ${code}`);
      }),
    ]);
    return line;
  };
  await nextLine();
  return {
    pid: child.pid,
    process: child,
    work: (ms) => {
      const answer = nextLine();
      child.stdin.write(`${Math.round(ms)}\n`);
      return answer;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

module.exports = { startWorker };
