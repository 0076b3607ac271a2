// What the journal costs: node bench/journal-cost.mjs
// CPU, not wall time. Best and median of several rounds, each in a directory of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ROUNDS = 9;
const TESTS = 20_000;
const READ_TESTS = 100_000;
const FAILURES = 2_000;

const work = mkdtempSync(join(tmpdir(), 'holdfast-journal-cost-'));

const loadJournal = async () => {
  const input = fileURLToPath(new URL('../packages/journal/src/index.ts', import.meta.url));
  const bundle = await rolldown({ input, platform: 'node' });
  const file = join(work, 'journal.cjs');
  await bundle.write({ file, format: 'cjs' });
  return createRequire(import.meta.url)(file);
};

const cpuMs = (run) => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const rounds = (count, run) => Array.from({ length: count }, (_, round) => run(round)).sort((a, b) => a - b);

const report = (what, values, unit, digits) => {
  const median = values[Math.floor(values.length / 2)];
  console.log(
    `${what.padEnd(46)} best ${values[0].toFixed(digits)}, median ${median.toFixed(digits)} ${unit}`,
  );
};

const title = (number) => ['orders', 'with a pool', `serves request number ${number} in time`];

const { createRecorder, readJournals, snapshotError } = await loadJournal();

const record = (directory, tests, failEvery) => {
  const recorder = createRecorder({ runner: 'bench', path: '/project/test/orders.test.ts', directory });
  for (let number = 0; number < tests; number++) {
    const test = recorder.testStarted({ title: title(number), id: `1234567890_${number}`, attempt: 1 });
    const fails = failEvery > 0 && number % failEvery === 0;
    if (fails) recorder.attemptError(test, { phase: 'test', error: new Error(`request ${number} failed`) });
    recorder.testEnded(test, fails ? 'failed' : 'passed');
  }
  recorder.fileEnded();
};

try {
  const passing = rounds(ROUNDS, () => {
    const directory = mkdtempSync(join(work, 'run-'));
    return (cpuMs(() => record(directory, TESTS, 0)) * 1000) / TESTS;
  });
  report('a passing test, two lines', passing, 'microseconds', 2);

  const failing = rounds(ROUNDS, () => {
    const directory = mkdtempSync(join(work, 'run-'));
    return (cpuMs(() => record(directory, FAILURES, 1)) * 1000) / FAILURES;
  });
  report('a failing test, three lines', failing, 'microseconds', 1);

  const error = Object.assign(new Error('boom', { cause: new Error('inner') }), {
    code: 'EBOOM',
    port: 5432,
  });
  const snapshots = rounds(ROUNDS, () => {
    const ms = cpuMs(() => {
      for (let count = 0; count < 10_000; count++) snapshotError(error);
    });
    return (ms * 1000) / 10_000;
  });
  report('a snapshot of an error with a cause', snapshots, 'microseconds', 2);

  const directory = mkdtempSync(join(work, 'run-'));
  record(directory, READ_TESTS, 0);
  const quiet = rounds(ROUNDS, () => cpuMs(() => readJournals(directory)));
  report('reading 100,000 passing tests', quiet, 'ms', 1);

  const redDirectory = mkdtempSync(join(work, 'run-'));
  record(redDirectory, READ_TESTS, READ_TESTS / FAILURES);
  const red = rounds(ROUNDS, () => cpuMs(() => readJournals(redDirectory)));
  report('reading 100,000 tests, 2,000 of them failed', red, 'ms', 1);
} finally {
  rmSync(work, { recursive: true, force: true });
}
