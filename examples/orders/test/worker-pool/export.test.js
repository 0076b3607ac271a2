const { mkdtempSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { startWorkerPool } = require('../../src/worker-pool/worker-pool');

const products = Array.from({ length: 200 }, (_, number) => `product-${number}`);

describe('the export by a worker', () => {
  let folder;
  let pool;

  beforeEach(() => {
    folder = mkdtempSync(join(process.env.ORDERS_SCRATCH, 'files-'));
  });
  afterEach(async () => {
    await pool?.stop();
    rmSync(folder, { recursive: true });
  });

  test('fills a file a product', async () => {
    pool = startWorkerPool({ name: 'export', size: 1, overflow: 0 });
    expect(await pool.run('export', { folder, products })).toBe(200);
  });

  test('fills a file a product on a small machine', async () => {
    pool = startWorkerPool({ name: 'export', size: 1, overflow: 0, maxOpenFiles: 64 });
    expect(await pool.run('export', { folder, products })).toBe(200);
  });
});
