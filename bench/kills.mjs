// Kills workers and whole runs at random moments and looks for what is left when the next run has ended: databases on a
// real Postgres, processes, directories, locks and other leases. Linux alone. Before: npm run build, node scripts/pack.mjs,
// node scripts/install-packed.mjs bench
//
//   node bench/kills.mjs [--kills 300] [--runner jest|vitest|both] [--seed 1]
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { childrenOf, leftOver } from './kills/left-over.mjs';
import { writeKillsProject } from './kills/project.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const orders = createRequire(join(here, '../examples/orders/package.json'));
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    runner: { type: 'string', default: 'both' },
    seed: { type: 'string', default: '1' },
  },
});
const runners = values.runner === 'both' ? ['vitest', 'jest'] : [values.runner];

/** The same moments for the same seed, as far as the machine allows (mulberry32). */
let state = Number(values.seed);
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const { startPostgres } = orders('./environment/postgres.js');
const { Client } = orders('pg');
const server = await startPostgres();
const ledger = realpathSync(mkdtempSync(join(tmpdir(), 'hf-kills-')));

const databases = async () => {
  const client = new Client({ connectionString: `${server.url}/postgres` });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database');
  await client.end();
  return rows.map(({ datname }) => datname);
};

const directories = {};
for (const runner of runners) {
  directories[runner] = join(here, 'work', `kills-${runner}`);
  writeKillsProject(directories[runner], runner, dirname(orders.resolve('pg/package.json')));
}

const commands = {
  jest: (pattern) => [join(here, 'node_modules/jest/bin/jest.js'), '--testPathPatterns', pattern],
  vitest: (pattern) => [join(here, 'node_modules/vitest/vitest.mjs'), 'run', pattern],
};

const start = (runner, pattern) => {
  const child = spawn(process.execPath, commands[runner](pattern), {
    cwd: directories[runner],
    env: { ...process.env, HOLDFAST_LEASE_DIR: ledger, KILLS_SERVER: server.url, NO_COLOR: '1', CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  return { child, ended, said: () => said };
};

const tally = { kills: 0, worker: 0, run: 0, missed: 0, held: 0, left: 0 };

const killOnce = async (runner, whole) => {
  const run = start(runner, 'kills-');
  await sleep(700 + random() * 4_000);
  const workers = childrenOf(run.child.pid);
  if (run.child.exitCode !== null || (!whole && workers.length === 0)) {
    tally.missed += 1;
    if (run.child.exitCode === null) process.kill(-run.child.pid, 'SIGKILL');
    await run.ended;
    return;
  }
  if (whole) process.kill(-run.child.pid, 'SIGKILL');
  else process.kill(Number(workers[Math.floor(random() * workers.length)]), 'SIGKILL');
  tally.kills += 1;
  tally[whole ? 'run' : 'worker'] += 1;
  if (whole) {
    const held = await leftOver(ledger, databases);
    tally.held += held.length;
  }
  await run.ended;
  if (whole) {
    const next = start(runner, 'tiny');
    const { code } = await next.ended;
    if (code !== 0) throw new Error(`the next run failed:\n${next.said()}`);
  }
  const left = await leftOver(ledger, databases);
  tally.left += left.length;
  const what = whole ? 'run' : 'worker';
  console.log(`${tally.kills} ${runner} ${what}: ${left.length === 0 ? 'nothing left' : left.join(', ')}`);
  if (left.length > 0) console.log(run.said());
};

try {
  for (let turn = 0; tally.kills < Number(values.kills); turn++) {
    await killOnce(runners[turn % runners.length], Math.floor(turn / runners.length) % 2 === 1);
  }
} finally {
  await server.stop();
  rmSync(ledger, { recursive: true, force: true });
}
console.log(
  `${tally.kills} kills (${tally.worker} of a worker, ${tally.run} of the whole run, which held ${tally.held} things then): ${tally.left} left over; ${tally.missed} came too late`,
);
process.exitCode = tally.left === 0 ? 0 : 1;
