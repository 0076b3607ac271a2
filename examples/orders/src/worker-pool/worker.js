// A worker process: loads its model, reports that it is ready, then does one job at a time.
const { closeSync, openSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');

// As long as an interpreter with its machine-learning libraries takes to come up.
const startUpMs = Number(process.env.ORDERS_WORKER_START_UP_MS ?? 1200);

const commands = {
  ping: async () => 'pong',

  /** A forecast of the demand for a product: the mean of what was sold. */
  predict: async ({ sold, takesMs = 0 }) => {
    await sleep(takesMs);
    return sold.reduce((sum, quantity) => sum + quantity, 0) / sold.length;
  },

  /** One open file a product, so that all of them can be filled in one pass. */
  export: async ({ folder, products }) => {
    const files = products.map((product) => openSync(join(folder, `${product}.csv`), 'w'));
    for (const file of files) closeSync(file);
    return files.length;
  },
};

process.on('disconnect', () => process.exit());
process.on('message', async ({ id, command, input }) => {
  try {
    process.send({ id, result: await commands[command](input) });
  } catch (error) {
    process.send({ id, error: { message: error.message, code: error.code } });
  }
});

setTimeout(() => process.send({ ready: true }), startUpMs);
