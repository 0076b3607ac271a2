// What the ledger of leaks costs for a test that leaks nothing: CPU of the whole process tree, with the ledger and
// without, in turn. Both runs have the setup file and its journal.
//
//   node bench/leaks.mjs [--tests 4000] [--rounds 5]
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure } from './figure.mjs';
import { generateTests } from './generate-project.mjs';
import { median } from './statistics.mjs';

const tests = figure('tests', 4_000);
const rounds = figure('rounds', 5);
const files = 20;
const here = fileURLToPath(new URL('.', import.meta.url));
const work = join(here, 'work', 'leaks');

rmSync(work, { recursive: true, force: true });
generateTests(work, { tests, failing: 0, files });
writeFileSync(join(work, 'package.json'), '{ "private": true }\n');
writeFileSync(join(work, 'no-op-reporter.cjs'), 'module.exports = class {};\n');
const reporters = ['./no-op-reporter.cjs'];
const jest = {
  rootDir: work,
  reporters,
  setupFilesAfterEnv: ['@holdfast/jest/setup'],
  testMatch: ['**/*.test.js'],
  transform: {},
};
const vitest = {
  globals: true,
  include: ['**/*.test.js'],
  reporters,
  setupFiles: ['@holdfast/vitest/setup'],
  maxWorkers: 2,
};
writeFileSync(join(work, 'jest.config.mjs'), `export default ${JSON.stringify(jest)};\n`);
writeFileSync(join(work, 'vitest.config.mjs'), `export default { test: ${JSON.stringify(vitest)} };\n`);

const RUNNERS = {
  jest: ['jest/bin/jest.js', '--config', join(work, 'jest.config.mjs'), '--maxWorkers=2'],
  vitest: ['vitest/vitest.mjs', 'run', '--root', work],
};

const treeCpu = ([script, ...rest], leaks) => {
  const journal = join(work, 'journal');
  rmSync(journal, { recursive: true, force: true });
  mkdirSync(journal);
  const line = [process.execPath, join(here, 'node_modules', script), ...rest];
  const env = { ...process.env, CI: '', HOLDFAST_RUN_DIR: journal, HOLDFAST_LEAKS: leaks };
  const timed = ['-c', 'TIMEFORMAT="cpu %U %S"; time "$@" >/dev/null 2>&1', 'bash', ...line];
  const { stderr } = spawnSync('bash', timed, { cwd: work, env, encoding: 'utf8' });
  const match = /cpu ([\d.]+) ([\d.]+)/.exec(stderr);
  if (match === null) throw new Error(stderr);
  return (Number(match[1]) + Number(match[2])) * 1_000;
};

for (const [runner, line] of Object.entries(RUNNERS)) {
  treeCpu(line, 'report');
  const over = [];
  for (let round = 0; round < rounds; round += 1) {
    const [off, on] =
      round % 2 === 0
        ? [treeCpu(line, ''), treeCpu(line, 'report')]
        : [treeCpu(line, 'report'), treeCpu(line, '')].reverse();
    over.push((on - off) / tests);
  }
  console.log(
    `${runner.padEnd(7)} ${median(over).toFixed(3)} ms CPU a test that leaks nothing (${Math.min(...over).toFixed(3)} to ${Math.max(...over).toFixed(3)}), ${tests} tests in ${files} files, ${rounds} rounds`,
  );
}
