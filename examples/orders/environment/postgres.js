const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');
const { createInterface } = require('node:readline');

/**
 * Starts a Postgres that lives no longer than this process.
 * @returns {Promise<{ url: string, scratch: string, stop: () => Promise<void> }>} `url` names no database;
 *   `scratch` is a folder for temporary files that goes with it
 */
async function startPostgres() {
  const keeper = spawn(process.execPath, [join(__dirname, 'postgres-keeper.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A group of its own: Ctrl-C in the terminal must reach the server by way of its keeper only.
    detached: true,
  });
  const ended = once(keeper, 'exit');
  const [line] = await Promise.race([
    once(createInterface({ input: keeper.stdout }), 'line'),
    ended.then(() => [JSON.stringify({ error: 'the keeper ended early' })]),
  ]);
  const { url, scratch, error } = JSON.parse(line);
  if (error) throw new Error(`Postgres did not start: ${error}`);
  const stop = async () => {
    keeper.stdin.end();
    await ended;
  };
  return { url, scratch, stop };
}

module.exports = { startPostgres };
