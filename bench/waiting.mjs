// How soon a wait notices, and how often it asks, beside its peers: node bench/waiting.mjs
// Runs in a Vitest worker, because two of the peers live nowhere else.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./waiting', import.meta.url));
const program = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [program, 'run', '--root', folder, '--reporter=dot'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
