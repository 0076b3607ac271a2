const { randomBytes } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Client } = require('pg');
const { freePort } = require('./free-port');
const { startPostgres } = require('./postgres');

const schema = readFileSync(join(__dirname, '../src/database/schema.sql'), 'utf8');

async function query(connectionString, ...statements) {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Brings up what the suite runs against and names it in the environment: one Postgres with a template that
 * each test file copies. The payment gateway and the reporting replica are settings only: nobody starts them.
 * @returns {Promise<() => Promise<void>>} takes it down again
 */
async function startEnvironment() {
  const { url, scratch, stop } = await startPostgres();
  try {
    await query(`${url}/postgres`, 'CREATE DATABASE orders_template');
    await query(`${url}/orders_template`, schema);
  } catch (error) {
    await stop();
    throw error;
  }
  Object.assign(process.env, {
    ORDERS_DATABASE_SERVER: url,
    ORDERS_SCRATCH: scratch,
    ORDERS_TOKEN_SECRET: randomBytes(32).toString('hex'),
    ORDERS_PAYMENT_URL: `http://127.0.0.1:${await freePort()}`,
    ORDERS_REPLICA_URL: `postgres://orders@127.0.0.1:${await freePort()}/orders`,
  });
  return stop;
}

module.exports = { startEnvironment };
