// What the reporter costs, without the runner around it: a recorded run is played to it in fresh processes, so that cold
// code counts as it does in real life. Quicker and quieter than reporters.mjs, and blind to what the runner itself does.
//
//   node bench/replay.mjs --runner jest|vitest [--tests 10000] [--failing 1000] [--files 100] [--rounds 15] [--anew] [--profile FILE]
//       [--against FOLDER]   a folder whose node_modules holds another build, played in the same rounds as `before`
//
// The first round is a project's first run; each later one finds one more earlier run in the history.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateTests } from './generate-project.mjs';
import { spread } from './statistics.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values } = parseArgs({
  options: {
    runner: { type: 'string', default: 'jest' },
    tests: { type: 'string', default: '10000' },
    failing: { type: 'string', default: '1000' },
    files: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '15' },
    anew: { type: 'boolean', default: false },
    profile: { type: 'string' },
    against: { type: 'string' },
  },
});
const { runner } = values;
const shape = { tests: Number(values.tests), failing: Number(values.failing), files: Number(values.files) };
const folder = join(here, 'work', `replay-${runner}-${shape.tests}-${shape.failing}`);
const root = join(folder, 'project');

const record = () => {
  rmSync(folder, { recursive: true, force: true });
  generateTests(root, shape);
  writeFileSync(join(root, 'package.json'), '{ "private": true }\n');
  const reporter = join(here, 'replay', `record-${runner}.cjs`);
  const config = join(root, 'record.config.mjs');
  const jest = {
    rootDir: root,
    reporters: [[reporter, { folder }]],
    setupFilesAfterEnv: ['@holdfast/jest/setup'],
    testMatch: ['**/*.test.js'],
    transform: {},
  };
  const test = {
    globals: true,
    include: ['**/*.test.js'],
    reporters: [reporter],
    setupFiles: ['@holdfast/vitest/setup'],
    maxWorkers: 2,
  };
  const settings = runner === 'jest' ? jest : { test };
  writeFileSync(config, `export default ${JSON.stringify(settings)};\n`);
  const command =
    runner === 'jest'
      ? [join(here, 'node_modules/jest/bin/jest.js'), '--config', config, '--maxWorkers=2']
      : [join(here, 'node_modules/vitest/vitest.mjs'), 'run', '--root', root, '--config', config];
  const run = spawnSync(process.execPath, command, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', CI: '', REPLAY_FOLDER: folder },
    maxBuffer: 1 << 30,
  });
  if (!existsSync(join(folder, 'recording.bin')))
    throw new Error(`nothing was recorded: ${run.stderr.toString().slice(-2000)}`);
};

const play = (contender, flags = [], packages = []) => {
  const run = spawnSync(
    process.execPath,
    [...flags, join(here, 'replay/play.mjs'), runner, folder, contender, ...packages],
    {
      cwd: root,
      // What killed tests of this machine left is not this run's to reclaim.
      env: { ...process.env, NO_COLOR: '1', CI: '', HOLDFAST_LEASE_DIR: join(folder, 'leases') },
      maxBuffer: 1 << 30,
    },
  );
  if (run.status !== 0)
    throw new Error(`${contender} ended with ${run.status}: ${run.stderr.toString().slice(-2000)}`);
  return JSON.parse(run.stdout.toString());
};

// The history holds the rounds before, and no earlier measurement.
rmSync(join(root, '.holdfast'), { recursive: true, force: true });
if (values.anew || !existsSync(join(folder, 'recording.bin'))) record();
if (values.profile !== undefined) {
  const flags = [
    '--cpu-prof',
    `--cpu-prof-dir=${dirname(values.profile)}`,
    `--cpu-prof-name=${basename(values.profile)}`,
  ];
  play('holdfast', [...flags, '--cpu-prof-interval=200']);
} else {
  const players = {
    ...(values.against === undefined
      ? {}
      : { before: () => play('holdfast', [], [resolve(values.against)]) }),
    holdfast: () => play('holdfast'),
    json: () => play('json'),
  };
  const figures = Object.fromEntries(Object.keys(players).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const [name, player] of Object.entries(players)) figures[name].push(player());
  console.log(`${runner}, ${shape.tests} tests, ${shape.failing} failing, CPU ms: median (min to max)`);
  for (const [name, played] of Object.entries(figures))
    for (const part of Object.keys(played[0]).filter((key) => key !== 'summary'))
      console.log(
        `${name.padEnd(9)} ${part.padEnd(8)} ${spread(
          played.map((one) => one[part]),
          1,
        )}`,
      );
}
