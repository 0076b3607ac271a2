/**
 * Remembers loaded values for a while. However many ask for a missing value at once, it is loaded once.
 * @param {object} options
 * @param {number} options.lifetimeMs
 * @param {number} [options.capacity] entries at most; the oldest goes first. Default: 1000
 * @param {() => number} [options.now]
 */
function createCache({ lifetimeMs, capacity = 1000, now = Date.now }) {
  const entries = new Map();
  const loading = new Map();
  const stats = { hits: 0, misses: 0, loads: 0, evictions: 0 };

  const remember = (key, value) => {
    entries.delete(key);
    entries.set(key, { value, expires: now() + lifetimeMs });
    if (entries.size > capacity) {
      entries.delete(entries.keys().next().value);
      stats.evictions += 1;
    }
  };

  const load = (key, loader) => {
    stats.loads += 1;
    const work = Promise.resolve()
      .then(loader)
      .then((value) => {
        // An entry that was forgotten while it was loading would come back stale.
        if (loading.get(key) === work) remember(key, value);
        return value;
      })
      .finally(() => {
        if (loading.get(key) === work) loading.delete(key);
      });
    loading.set(key, work);
    return work;
  };

  const get = async (key, loader) => {
    const entry = entries.get(key);
    if (entry && entry.expires > now()) {
      stats.hits += 1;
      return entry.value;
    }
    stats.misses += 1;
    return loading.get(key) ?? load(key, loader);
  };

  const forget = (key) => {
    entries.delete(key);
    loading.delete(key);
  };

  return { forget, get, size: () => entries.size, stats };
}

module.exports = { createCache };
