// Runs the warm scenario ten times under each runner, its tests shuffled, and says how many runs were green:
// node ten-runs.mjs [runs]
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const runs = Number(process.argv[2] ?? 10);
const require = createRequire(import.meta.url);
const script = (runner, path) => join(dirname(require.resolve(`${runner}/package.json`)), path);
const commands = {
  vitest: (seed) => [
    script('vitest', 'vitest.mjs'),
    ...['run', 'vitest/warm.test.mjs', '--sequence.shuffle', `--sequence.seed=${seed}`],
  ],
  jest: (seed) => [script('jest', 'bin/jest.js'), 'jest/warm.test.js', '--randomize', `--seed=${seed}`],
};

for (const [runner, command] of Object.entries(commands)) {
  let green = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const startedAt = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, command(seed), {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    console.log(`${runner}, seed ${seed}: ${status === 0 ? 'green' : `exit code ${status}`} in ${seconds} s`);
    if (status === 0) green += 1;
    else console.log(stdout + stderr);
  }
  console.log(`${runner}: ${green} of ${runs} runs green`);
  if (green < runs) process.exitCode = 1;
}
