// Preloaded into the runner: the main process writes its CPU time and peak memory when it exits.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const target = process.env.BENCH_MEASURE;
const isWorker =
  process.env.JEST_WORKER_ID !== undefined ||
  process.env.VITEST_POOL_ID !== undefined ||
  process.send !== undefined;

if (target !== undefined && isMainThread && !isWorker) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(
      target,
      JSON.stringify({ cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 }),
    );
  });
}
