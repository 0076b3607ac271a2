// What a setup file costs per test file and per test: CPU of the whole process tree, with and without it, in turn.
//
//   node bench/setup-files.mjs --runner jest|vitest [--files 100] [--rounds 7] [--only holdfast]
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateTests } from './generate-project.mjs';
import { median } from './statistics.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values } = parseArgs({
  options: {
    runner: { type: 'string', default: 'jest' },
    files: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const files = Number(values.files);

const SETUPS = {
  jest: {
    none: [],
    holdfast: ['@holdfast/jest/setup'],
    'jest-extended': ['jest-extended/all'],
    'jest-dom': ['@testing-library/jest-dom'],
  },
  vitest: {
    none: [],
    holdfast: ['@holdfast/vitest/setup'],
    allure: ['allure-vitest/setup'],
    'jest-extended': ['jest-extended/all'],
    'jest-dom': ['@testing-library/jest-dom/vitest'],
  },
};
const wanted =
  values.only === undefined ? Object.keys(SETUPS[values.runner]) : ['none', ...values.only.split(',')];

const prepare = (label, shape) => {
  const work = join(here, 'work', `setup-${values.runner}-${label}`);
  rmSync(work, { recursive: true, force: true });
  generateTests(work, shape);
  writeFileSync(join(work, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(work, 'no-op-reporter.cjs'), 'module.exports = class {};\n');
  return work;
};

const command = (work, name, setup) => {
  const config = join(work, `${name}.config.mjs`);
  const reporters = ['./no-op-reporter.cjs'];
  if (values.runner === 'jest') {
    const settings = {
      rootDir: work,
      reporters,
      setupFilesAfterEnv: setup,
      testMatch: ['**/*.test.js'],
      transform: {},
    };
    writeFileSync(config, `export default ${JSON.stringify(settings)};\n`);
    return [join(here, 'node_modules/jest/bin/jest.js'), '--config', config, '--maxWorkers=2'];
  }
  const test = { globals: true, include: ['**/*.test.js'], reporters, setupFiles: setup, maxWorkers: 2 };
  writeFileSync(config, `export default { test: ${JSON.stringify(test)} };\n`);
  return [join(here, 'node_modules/vitest/vitest.mjs'), 'run', '--root', work, '--config', config];
};

/** User and system time of the command and everything it waited for, in milliseconds. */
const treeCpu = (work, line) => {
  const journal = join(work, 'journal');
  rmSync(journal, { recursive: true, force: true });
  mkdirSync(journal);
  const run = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="cpu %U %S"; time "$@" >/dev/null 2>&1', 'bash', process.execPath, ...line],
    {
      cwd: work,
      env: { ...process.env, NO_COLOR: '1', CI: '', HOLDFAST_RUN_DIR: journal },
    },
  );
  const match = /cpu ([\d.]+) ([\d.]+)/.exec(run.stderr.toString());
  if (match === null) throw new Error(run.stderr.toString());
  return (Number(match[1]) + Number(match[2])) * 1000;
};

const compare = (label, shape, divisor, unit) => {
  const work = prepare(label, shape);
  const figures = Object.fromEntries(wanted.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (let index = 0; index < wanted.length; index += 1) {
      const name = wanted[(index + round + 1) % wanted.length];
      const cpu = treeCpu(work, command(work, name, SETUPS[values.runner][name]));
      if (round >= 0) figures[name].push(cpu);
    }
    process.stderr.write(`${label}: round ${round + 1} of ${rounds}\n`);
  }
  for (const name of wanted.slice(1)) {
    const over = figures[name].map((cpu, round) => (cpu - figures.none[round]) / divisor);
    console.log(
      `${values.runner} ${name.padEnd(14)} ${median(over).toFixed(3)} ${unit} (${Math.min(...over).toFixed(3)} to ${Math.max(...over).toFixed(3)}), ${rounds} rounds, Node ${process.version}`,
    );
  }
};

compare('files', { tests: files, failing: 0, files }, files, 'ms CPU a test file');
