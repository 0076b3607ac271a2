// What a reporter costs the runner's main process: CPU over a reporter that does nothing, and peak memory beside it.
// All contenders run in turn in every round, on the same project, so that a drift of the machine hits all alike.
//
//   node bench/reporters.mjs --runner jest|vitest [--tests 10000] [--failing 1000] [--files 100] [--rounds 7] [--only holdfast,json]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateTests } from './generate-project.mjs';
import { median, spread } from './statistics.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

const { values } = parseArgs({
  options: {
    runner: { type: 'string', default: 'jest' },
    tests: { type: 'string', default: '10000' },
    failing: { type: 'string', default: '1000' },
    files: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const shape = { tests: Number(values.tests), failing: Number(values.failing), files: Number(values.files) };
const work = join(here, 'work', `${values.runner}-${shape.tests}-${shape.failing}`);
rmSync(work, { recursive: true, force: true });
generateTests(work, shape);
writeFileSync(join(work, 'package.json'), '{ "private": true }\n');
writeFileSync(join(work, 'no-op-reporter.cjs'), 'module.exports = class {};\n');

// The no-op run keeps Holdfast's setup file out; `holdfast` has the journal to read, as in real life.
const CONTENDERS = {
  jest: {
    noop: { reporters: ['./no-op-reporter.cjs'] },
    holdfast: { reporters: ['@holdfast/jest/reporter'], setup: ['@holdfast/jest/setup'] },
    json: { reporters: ['./no-op-reporter.cjs'], args: ['--json', '--outputFile=out.json'] },
    ctrf: { reporters: [['jest-ctrf-json-reporter', { outputDir: 'ctrf' }]] },
    junit: { reporters: ['jest-junit'] },
    default: { reporters: ['default'] },
  },
  vitest: {
    noop: { reporters: ['./no-op-reporter.cjs'] },
    holdfast: { reporters: ['@holdfast/vitest/reporter'], setup: ['@holdfast/vitest/setup'] },
    json: { reporters: [['json', { outputFile: 'out.json' }]] },
    dot: { reporters: ['dot'] },
    junit: { reporters: [['junit', { outputFile: 'out.xml' }]] },
    allure: { reporters: ['allure-vitest/reporter'], setup: ['allure-vitest/setup'] },
  },
};
const all = CONTENDERS[values.runner];
if (all === undefined) throw new TypeError(`--runner is jest or vitest, not ${values.runner}`);
const wanted = values.only === undefined ? Object.keys(all) : ['noop', ...values.only.split(',')];
const contenders = Object.entries(all).filter(([name]) => wanted.includes(name));

const command = (name, { reporters, setup = [], args = [] }) => {
  const config = join(work, `${name}.config.mjs`);
  if (values.runner === 'jest') {
    const settings = {
      rootDir: work,
      reporters,
      setupFilesAfterEnv: setup,
      testMatch: ['**/*.test.js'],
      transform: {},
    };
    writeFileSync(config, `export default ${JSON.stringify(settings)};\n`);
    return [join(here, 'node_modules/jest/bin/jest.js'), '--config', config, '--maxWorkers=2', ...args];
  }
  const test = {
    globals: true,
    include: ['**/*.test.js'],
    reporters,
    setupFiles: setup,
    maxWorkers: 2,
    isolate: true,
  };
  writeFileSync(config, `export default { test: ${JSON.stringify(test)} };\n`);
  return [join(here, 'node_modules/vitest/vitest.mjs'), 'run', '--root', work, '--config', config];
};

const measure = (name, contender) => {
  const target = join(work, 'measure.json');
  rmSync(target, { force: true });
  const run = spawnSync(process.execPath, command(name, contender), {
    cwd: work,
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${join(here, 'measure-main.cjs')}`,
      BENCH_MEASURE: target,
      NO_COLOR: '1',
      CI: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  if (run.status !== 1)
    throw new Error(`${name} ended with ${run.status}: ${run.stderr.toString().slice(-2000)}`);
  return JSON.parse(readFileSync(target, 'utf8'));
};

mkdirSync(work, { recursive: true });
const figures = Object.fromEntries(contenders.map(([name]) => [name, []]));
for (let round = -1; round < rounds; round += 1) {
  // Round -1 warms caches and does not count. The order turns, so that nobody always runs after the same neighbour.
  const order = contenders.map((_, index) => contenders[(index + round + 1) % contenders.length]);
  for (const [name, contender] of order) {
    const figure = measure(name, contender);
    if (round >= 0) figures[name].push(figure);
  }
  process.stderr.write(`round ${round + 1} of ${rounds}\n`);
}

const cpu = (name) => figures[name].map(({ cpuMs }) => cpuMs);
const memory = (name) => figures[name].map(({ peakMb }) => peakMb);
console.log(
  `${values.runner}, ${shape.tests} tests, ${shape.failing} failing, ${shape.files} files, ${rounds} rounds, Node ${process.version}`,
);
console.log('reporter   main CPU ms (min to max)      over no-op ms   peak MB (min to max)     peak / no-op');
for (const [name] of contenders) {
  // Pairs of the same round, so that slow rounds cancel out.
  const over = median(cpu(name).map((value, round) => value - cpu('noop')[round]));
  const ratio = median(memory(name).map((value, round) => value / memory('noop')[round]));
  console.log(
    `${name.padEnd(10)} ${spread(cpu(name)).padEnd(29)} ${over.toFixed(0).padEnd(15)} ${spread(memory(name)).padEnd(24)} ${ratio.toFixed(3)}`,
  );
}
