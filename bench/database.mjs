// What a temporary database costs a test: made from a template with a schema and 1,000 rows, and dropped, on a Postgres of
// this script's own. Wall time. Before: npm run build, node scripts/pack.mjs, node scripts/install-packed.mjs bench
//
//   node bench/database.mjs [--databases 40]
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createScope, useFixtures } from '@holdfast/fixtures';
import { median } from './statistics.mjs';

const { values } = parseArgs({ options: { databases: { type: 'string', default: '40' } } });
const orders = createRequire(fileURLToPath(new URL('../examples/orders/package.json', import.meta.url)));
const { startPostgres } = orders('./environment/postgres.js');
const { Client } = orders('pg');

const ledger = mkdtempSync(join(tmpdir(), 'hf-database-'));
process.env.HOLDFAST_LEASE_DIR = ledger;
// Where pg is looked for.
process.chdir(fileURLToPath(new URL('../examples/orders', import.meta.url)));

const template = {
  name: 'bench',
  migrate: async (connectionString) => {
    const client = new Client({ connectionString });
    await client.connect();
    await client.query('CREATE TABLE orders (id int PRIMARY KEY, what text)');
    await client.query(`INSERT INTO orders SELECT n, 'order ' || n FROM generate_series(1, 1000) n`);
    await client.end();
  },
};

const server = await startPostgres();
const connection = server.url;
const made = [];
const dropped = [];
const timed = async (times, action) => {
  const start = performance.now();
  const value = await action();
  times.push(performance.now() - start);
  return value;
};

const first = createScope();
const startOfFirst = performance.now();
await useFixtures(first).database({ connection, template });
const firstMs = performance.now() - startOfFirst;
await first.close();
for (let count = 0; count < Number(values.databases); count++) {
  const scope = createScope();
  await timed(made, () => useFixtures(scope).database({ connection, template }));
  await timed(dropped, () => scope.close());
}
const row = (what, times) =>
  console.log(
    `${what.padEnd(28)} median ${median(times).toFixed(1)}, best ${Math.min(...times).toFixed(1)}, worst ${Math.max(...times).toFixed(1)} ms`,
  );
console.log(`${'the first, with the template'.padEnd(28)} ${firstMs.toFixed(1)} ms`);
row('made from the template', made);
row('dropped', dropped);
await server.stop();
rmSync(ledger, { recursive: true, force: true });
