const { Client } = require('pg');

describe('the reporting replica', () => {
  let replica;

  beforeAll(async () => {
    replica = new Client({ connectionString: process.env.ORDERS_REPLICA_URL });
    await replica.connect();
  });
  afterAll(() => replica.end());

  test('has the orders of the main database', async () => {
    const { rows } = await replica.query('SELECT count(*)::int AS orders FROM orders');
    expect(rows).toEqual([{ orders: 0 }]);
  });
});
