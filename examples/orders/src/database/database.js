const { Pool } = require('pg');

/**
 * Access to Postgres through a pool of connections.
 * @param {object} options
 * @param {string} options.url
 * @param {number} [options.size] connections at most. Default: 5
 * @param {number} [options.checkoutLimitMs] longest wait for a free connection. Default: 5000
 */
function createDatabase({ url, size = 5, checkoutLimitMs = 5000 }) {
  const pool = new Pool({ connectionString: url, max: size, connectionTimeoutMillis: checkoutLimitMs });
  // A connection that breaks while it is idle is replaced at the next query; nobody waits for it.
  pool.on('error', () => {});

  const query = async (text, values) => (await pool.query(text, values)).rows;

  /** Runs work in one transaction: all of it or nothing. */
  const transaction = async (work) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(async (text, values) => (await client.query(text, values)).rows);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  };

  return { query, transaction, close: () => pool.end() };
}

module.exports = { createDatabase };
