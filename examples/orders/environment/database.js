const { randomBytes } = require('node:crypto');
const { Client } = require('pg');
const { createDatabase } = require('../src/database/database');

async function asAdministrator(statement) {
  const client = new Client({ connectionString: `${process.env.ORDERS_DATABASE_SERVER}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * A database with the schema and the catalogue in it, for one test file alone.
 * @param {object} [poolOptions] see createDatabase
 */
async function openDatabase(poolOptions) {
  const name = `orders_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`CREATE DATABASE ${name} TEMPLATE orders_template`);
  const database = createDatabase({ url: `${process.env.ORDERS_DATABASE_SERVER}/${name}`, ...poolOptions });
  const close = async () => {
    await database.close();
    await asAdministrator(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { ...database, name, close };
}

module.exports = { asAdministrator, openDatabase };
