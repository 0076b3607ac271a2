const { mkdtemp, readFile, rm } = require('node:fs/promises');
const { join } = require('node:path');
const { exportOrders, toCsv } = require('../../src/exports/csv-export');

const orders = [{ id: 7, customer: 'ada', status: 'placed', totalCents: 1740 }];

describe('the export of orders', () => {
  test('has a header and a line an order', () => {
    expect(toCsv(orders)).toBe('id,customer,status,total\n7,ada,placed,17.40\n');
  });

  test('is written to a file', async () => {
    const folder = await mkdtemp(join(process.env.ORDERS_SCRATCH, 'export-'));
    await exportOrders(join(folder, 'orders.csv'), orders);
    expect(await readFile(join(folder, 'orders.csv'), 'utf8')).toBe(toCsv(orders));
    await rm(folder, { recursive: true });
  });

  test('is written to the archive volume', async () => {
    // A device that is always full.
    await exportOrders('/dev/full', orders);
  });
});
