const { startWorker } = require('./start-worker.js');

class CheckoutTimeout extends Error {
  name = 'CheckoutTimeout';
  code = 'checkout_timeout';
}

/** The pool that a team writes for itself: at most `capacity` workers, started when a task needs one. */
class HandWrittenPool {
  #idle = [];
  #waiting = [];
  #starts = [];
  #checkoutMs;
  #capacity;

  constructor({ capacity, checkoutMs }) {
    this.#capacity = capacity;
    this.#checkoutMs = checkoutMs;
  }

  async use(task) {
    const worker = await this.#checkOut();
    try {
      return await task(worker);
    } finally {
      this.#offer(worker);
    }
  }

  async close() {
    for (const worker of await Promise.all(this.#starts)) await worker.stop();
  }

  #offer(worker) {
    const take = this.#waiting.shift();
    if (take) take(worker);
    else this.#idle.push(worker);
  }

  #checkOut() {
    if (this.#idle.length > 0) return Promise.resolve(this.#idle.shift());
    if (this.#starts.length < this.#capacity) {
      const start = startWorker();
      this.#starts.push(start);
      start.then((worker) => this.#offer(worker));
    }
    return new Promise((resolve, reject) => {
      const take = (worker) => {
        clearTimeout(limit);
        resolve(worker);
      };
      const limit = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(new CheckoutTimeout('No workers available'));
      }, this.#checkoutMs);
      this.#waiting.push(take);
    });
  }
}

module.exports = { HandWrittenPool };
