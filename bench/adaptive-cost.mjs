// What the helpers cost: node bench/adaptive-cost.mjs
// Processor time. Build first (npm run build), so that the import is what a user gets.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction, createContext } from 'node:vm';
import { loadAdaptive } from './load-adaptive.mjs';
import { spread } from './statistics.mjs';

const ROUNDS = 9;
const MONITOR_MS = 5_000;

const cpuMs = async (run) => {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};
const rounds = async (run) => {
  const values = [];
  for (let round = 0; round < ROUNDS; round++) values.push(await cpuMs(run));
  return values;
};
const report = (what, values, unit, digits) =>
  console.log(`${what.padEnd(52)} ${spread(values, digits)} ${unit}`);

const file = fileURLToPath(new URL('../packages/adaptive/dist/index.js', import.meta.url));
const text = readFileSync(file, 'utf8');
const require = createRequire(file);
/** As Jest does it for each test file: compile and run in a realm of its own. */
const importOnce = () => {
  const realm = createContext({
    process,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    AbortController,
  });
  const module = { exports: {} };
  compileFunction(text, ['module', 'exports', 'require'], { parsingContext: realm })(
    module,
    module.exports,
    require,
  );
};
report(`import of ${Math.round(text.length / 1024)} KiB in a new realm`, await rounds(importOnce), 'ms', 1);

const { budget, concurrently, monitor } = await loadAdaptive('index');
budget.time(1_000);
const CALLS = 100_000;
const budgets = await rounds(() => {
  for (let call = 0; call < CALLS; call++) budget.time(1_000);
});
report(
  'a budget',
  budgets.map((ms) => (ms * 1_000) / CALLS),
  'microseconds',
  2,
);

const OPERATIONS = 100_000;
for (const limit of [10, OPERATIONS]) {
  const loads = await rounds(() => concurrently(OPERATIONS, () => {}, { limit }));
  report(
    `an operation of ${OPERATIONS}, ${limit} at a time`,
    loads.map((ms) => (ms * 1_000) / OPERATIONS),
    'microseconds',
    2,
  );
}

const idle = await cpuMs(() => new Promise((resolve) => setTimeout(resolve, MONITOR_MS)));
const watch = monitor();
const watched = await cpuMs(() => new Promise((resolve) => setTimeout(resolve, MONITOR_MS)));
watch.stop();
console.log(
  `${'the resource monitor'.padEnd(52)} ${(((watched - idle) / MONITOR_MS) * 100).toFixed(2)} % of a core`,
);
