const { createBridge } = require('../../src/worker-pool/bridge');
const { startWorkerPool } = require('../../src/worker-pool/worker-pool');

const series = Array.from({ length: 8 }, (_, product) => [product, product + 2]);

/** A pool without processes, for tests that need none. */
const mockPool = {
  run: async (command) => {
    if (command === 'ping') return 'pong';
    throw new Error(`the mock does not implement ${command}`);
  },
};

describe('the forecast bridge', () => {
  test('forecasts every product with real workers', async () => {
    const pool = startWorkerPool({ name: 'bridge' });
    const { succeeded, forecasts } = await createBridge(pool).forecastAll(series).finally(pool.stop);
    expect(succeeded).toBe(8);
    expect(forecasts.slice(0, 3)).toEqual([1, 2, 3]);
  });

  test('serves most requests with the mock pool', async () => {
    const { succeeded } = await createBridge(mockPool).forecastAll(series);
    expect(succeeded).toBeGreaterThanOrEqual(6);
  });
});
