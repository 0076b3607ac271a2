// The same suite with fixed limits and with budgets, while other work keeps all cores busy:
// node bench/under-load.mjs [--runs 20] [--busy-per-core 3] [--idle]
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure } from './figure.mjs';

const RUNS = figure('runs', 20);
/** One busy process a core keeps them busy; three make every share small. */
const BUSY_PER_CORE = process.argv.includes('--idle') ? 0 : figure('busy-per-core', 3);
/** Pressure information is a ten-second average. */
const SETTLE_MS = 12_000;

const folder = fileURLToPath(new URL('./under-load', import.meta.url));
const program = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

/** Why a run was red: what each failing test said. */
const reasons = (output) => output.match(/(?:AssertionError|Error): .*/g) ?? ['no message'];

const passes = (limits) => {
  const env = { ...process.env, LIMITS: limits, NO_COLOR: '1' };
  const run = spawnSync(process.execPath, [program, 'run', '--root', folder], { env, encoding: 'utf8' });
  if (run.status !== 0 && limits === 'budget') {
    for (const reason of reasons(run.stdout + run.stderr)) console.error(`  ${limits}: ${reason}`);
  }
  return run.status === 0;
};

const busy = Array.from({ length: BUSY_PER_CORE * availableParallelism() }, () =>
  spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
);
const endBusy = () => {
  for (const child of busy) child.kill('SIGKILL');
};
process.on('exit', endBusy);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

try {
  if (busy.length > 0) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const green = { fixed: 0, budget: 0 };
  for (let run = 0; run < RUNS; run++) {
    for (const limits of Object.keys(green)) if (passes(limits)) green[limits] += 1;
    console.error(`after ${run + 1} runs: ${JSON.stringify(green)}`);
  }
  console.log(`${busy.length} busy processes on ${availableParallelism()} cores, ${RUNS} runs each`);
  console.log(`fixed limits: ${green.fixed} of ${RUNS} runs green`);
  console.log(`budgets:      ${green.budget} of ${RUNS} runs green`);
} finally {
  endBusy();
}
