const { createCache } = require('../../src/cache/cache');

describe('the cache', () => {
  test('loads a value once', async () => {
    const cache = createCache({ lifetimeMs: 1000 });
    let loads = 0;
    const load = async () => ++loads;
    expect([await cache.get('a', load), await cache.get('a', load)]).toEqual([1, 1]);
  });

  test('loads a value anew when its time is over', async () => {
    let now = 0;
    const cache = createCache({ lifetimeMs: 1000, now: () => now });
    await cache.get('a', async () => 'first');
    now = 1001;
    expect(await cache.get('a', async () => 'second')).toBe('second');
  });

  test('loads once for a hundred who ask at the same time', async () => {
    const cache = createCache({ lifetimeMs: 1000 });
    let loads = 0;
    const load = () => new Promise((resolve) => setTimeout(() => resolve(++loads), 20));
    const values = await Promise.all(Array.from({ length: 100 }, () => cache.get('a', load)));
    expect(new Set(values)).toEqual(new Set([1]));
    expect(cache.stats.loads).toBe(1);
  });

  test('does not remember a failure', async () => {
    const cache = createCache({ lifetimeMs: 1000 });
    await expect(cache.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await cache.get('a', async () => 'up')).toBe('up');
  });

  test('evicts the oldest entry when it is full', async () => {
    const cache = createCache({ lifetimeMs: 1000, capacity: 2 });
    for (const key of ['a', 'b', 'c']) await cache.get(key, async () => key);
    expect(cache.size()).toBe(2);
    expect(cache.stats.evictions).toBe(1);
  });

  test('does not take back an entry that was forgotten while it loaded', async () => {
    const cache = createCache({ lifetimeMs: 1000 });
    let finish;
    const loading = cache.get('a', () => new Promise((resolve) => (finish = resolve)));
    await Promise.resolve();
    cache.forget('a');
    finish('stale');
    await loading;
    expect(await cache.get('a', async () => 'fresh')).toBe('fresh');
  });
});
