const { setTimeout: sleep } = require('node:timers/promises');

/** Orders that are prepared in the background, one after the other. */
function createQueue({ prepareMs = 300 } = {}) {
  const states = new Map();
  let tail = Promise.resolve();

  const add = (id) => {
    states.set(id, 'queued');
    tail = tail.then(async () => {
      await sleep(prepareMs);
      states.set(id, 'prepared');
    });
  };

  return { add, idle: () => tail, state: (id) => states.get(id) };
}

module.exports = { createQueue };
