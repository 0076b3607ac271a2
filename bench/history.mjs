// What a history costs: node bench/history.mjs [--tests 10000] [--runs 500] [--files 200]
// Writes runs through the same recorder that a reporter uses, then asks the store in fresh processes.
// One failing test in 500 and an outage every 50 runs, so that there is something to tell.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadSource } from '../scripts/reference/load-source.mjs';
import { root } from '../scripts/workspace/root.mjs';
import { figure } from './figure.mjs';
import { spread } from './statistics.mjs';

const tests = figure('tests', 10_000);
const runs = figure('runs', 500);
const files = figure('files', 200);
const ROUNDS = 5;

const { FileHistoryStore } = await loadSource('packages/triage/src/history/file-store.ts');
const { RunRecorder } = await loadSource('packages/triage/src/history/run-recorder.ts');

const inFile = Math.round(tests / files);
const titles = Array.from({ length: inFile }, (_, index) => ({
  levels: [`orders of kind ${index % 7}`, 'when the customer pays at once'],
  name: `books the order number ${index} and tells the warehouse`,
}));

/** The same numbers in every run of this script. */
let state = 1;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

const CAUSES = [
  { category: 'BUG', cause: 'assertion-mismatch' },
  { category: 'TEST_DESIGN', cause: 'race-in-test' },
  { category: 'CONFIGURATION', cause: 'timeout-budget' },
];

const rowOf = (file, { levels, name }, verdict, fingerprint, incident) => ({
  kind: 'test',
  title: [...levels, name],
  file,
  project: null,
  verdict,
  fingerprint,
  incident,
  attempts: [{}],
  durationMs: 40,
});

const writeRun = (store, number) => {
  const recorder = new RunRecorder(store);
  const rows = [];
  const outage = number % 50 === 49;
  for (let file = 0; file < files; file += 1) {
    const path = `test/services/area-${file % 12}/orders-${file}.test.ts`;
    const down = outage && file % 12 === 3;
    const failed = new Set(titles.flatMap((_, index) => (down || random() < 0.002 ? [index] : [])));
    recorder.add(path, undefined, (visit) => {
      titles.forEach(({ levels, name }, index) => {
        visit(levels, name, failed.has(index) ? 'failed' : 'passed', 1 + 400 * random() ** 4);
      });
    });
    for (const index of failed) {
      const verdict = down
        ? { category: 'ENVIRONMENT', cause: 'service-unreachable' }
        : CAUSES[(file + index) % CAUSES.length];
      const print = down ? 'databaseis1' : `print${(file * inFile + index).toString(36).padStart(6, '0')}`;
      rows.push(
        rowOf(path, titles[index], verdict, print, down ? 'i-database01' : `i-${print.slice(0, 10)}`),
      );
    }
  }
  const facts = {
    id: `run${number}`,
    startedAt: Date.UTC(2026, 0, 1) + number * 43_200_000,
    durationMs: 60_000,
    runner: 'vitest 4.1.12',
    environment: 'ci',
    ci: 'GitHub Actions',
    commit: number.toString(16).padStart(40, 'c'),
    branch: number % 3 === 0 ? 'main' : `topic-${number % 20}`,
    seed: number,
  };
  const before = process.cpuUsage();
  recorder.keep(facts, rows, (title) => title);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const { createSession } = await loadSource('packages/triage/src/session/create-session.ts');

/** CPU time of a session over a green run, from its start to its reports, with and without a history in turn. */
const greenRuns = (history) => {
  const rootDir = mkdtempSync(join(tmpdir(), 'holdfast-green-'));
  const counts = { passed: inFile, failed: 0, skipped: 0, todo: 0 };
  const everyTest = (visit) => {
    for (const { levels, name } of titles) visit(levels, name, 'passed', 12);
  };
  const one = (historyDir) => {
    const before = process.cpuUsage();
    const session = createSession({
      rootDir,
      runner: { name: 'vitest', version: '4.1.12' },
      options: { historyDir },
      screen: { width: 80, colors: false, isTTY: false },
      environment: {},
    });
    for (let file = 0; file < files; file += 1) {
      const path = join(rootDir, `test/services/area-${file % 12}/orders-${file}.test.ts`);
      session.fileFinished({ path, counts, tests: [], errors: [], everyTest });
    }
    session.finish({
      tests: { ...counts, passed: inFile * files },
      files: { passed: files, failed: 0, skipped: 0 },
      failed: false,
    });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  for (const warm of [history, false, history, false]) one(warm);
  const rounds = Array.from({ length: 9 }, () => ({ with: one(history), without: one(false) }));
  rmSync(rootDir, { recursive: true, force: true });
  return { with: rounds.map((round) => round.with), without: rounds.map((round) => round.without) };
};

const directory = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
try {
  const store = new FileHistoryStore(directory);
  const kept = [];
  const started = process.cpuUsage();
  for (let number = 0; number < runs; number += 1) kept.push(writeRun(store, number));
  const { user, system } = process.cpuUsage(started);
  const bytes = readdirSync(directory).reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
  console.log(`${tests} tests, ${runs} runs, ${files} files`);
  console.log(
    `size of the store      ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / tests / runs).toFixed(2)} bytes an outcome`,
  );
  console.log(
    `keeping a run          ${((user + system) / 1_000 / runs).toFixed(1)} ms CPU, of which writing ${spread(kept.slice(1), 1)} ms`,
  );
  const paid = greenRuns(directory);
  console.log(
    `a green run's reporter  ${spread(paid.with, 1)} ms CPU with a history, ${spread(paid.without, 1)} without`,
  );
  const ask = join(root, 'bench/history/ask.mjs');
  const answers = Array.from({ length: ROUNDS }, () =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [ask, pathToFileURL(join(root, 'packages/triage/dist/analysis.mjs')).href, directory],
        { encoding: 'utf8' },
      ),
    ),
  );
  const [{ summaries, flaky, outages }] = answers;
  console.log(`tests told of          ${summaries}, flaky ${flaky}, hit by an outage ${outages}`);
  console.log(
    `a question, all tests  ${spread(answers.map(({ allMs }) => allMs))} ms from the start of the process, ${spread(answers.map(({ cpuMs }) => cpuMs))} ms CPU`,
  );
  console.log(`peak memory            ${spread(answers.map(({ peakMb }) => peakMb))} MB`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
