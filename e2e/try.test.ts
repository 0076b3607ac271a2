import { cpSync, rmSync } from 'node:fs';
import { test } from 'vitest';
import { limits } from './cases/limits.js';
import { isJest, type RunnerId } from './src/matrix.js';
import { writeProject } from './src/project.js';

for (const [runner, mode] of [
  ['jest-30', 'processes'],
  ['jest-29', 'processes'],
  ['vitest-4', 'forks'],
  ['vitest-3', 'forks'],
  ['vitest-5', 'forks'],
] as const)
  test(runner, () => {
    const setting = { runner: runner as RunnerId, mode: mode as 'forks' };
    const p = writeProject(
      setting,
      { ...limits.files, ...(isJest(setting) ? limits.jestFiles : limits.vitestFiles) },
      limits.config,
    );
    rmSync(`e2e/runners/${runner}/try`, { recursive: true, force: true });
    cpSync(p.directory, `e2e/runners/${runner}/try`, { recursive: true });
    rmSync(p.directory, { recursive: true });
  });
