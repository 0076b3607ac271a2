const { createStock } = require('../../src/stock/stock');
const { openDatabase } = require('../../environment/database');

/**
 * A database on which a number of readers get their answers at the same moment, so that each decides by
 * what it saw before any of the others wrote.
 */
const readTogether = (database, readers) => {
  let arrived = 0;
  let release;
  const allHere = new Promise((resolve) => (release = resolve));
  const query = async (text, values) => {
    const rows = await database.query(text, values);
    if (text.startsWith('SELECT')) {
      if (++arrived === readers) release();
      await allHere;
    }
    return rows;
  };
  return { ...database, query };
};

describe('stock', () => {
  let database;
  let stock;

  beforeAll(async () => {
    database = await openDatabase();
    stock = createStock({ database });
  });
  afterAll(() => database?.close());

  test('has nothing of what is not sold', async () => {
    expect(await stock.level('unicorn')).toBe(0);
  });

  test('is less after a reservation', async () => {
    await stock.reserve('mug', 2);
    expect(await stock.level('mug')).toBe(18);
  });

  test('is not reserved beyond what there is', async () => {
    await expect(stock.reserve('mug', 999)).rejects.toMatchObject({ code: 'OUT_OF_STOCK', available: 18 });
  });

  test('loses no update when ten orders reserve concurrently', async () => {
    const before = await stock.level('tea');
    const shop = createStock({ database: readTogether(database, 10) });
    await Promise.all(Array.from({ length: 10 }, () => shop.reserve('tea', 1)));
    expect(await stock.level('tea')).toBe(before - 10);
  });

  test('sends the last kettle out once', async () => {
    const tables = createStock({ database: readTogether(database, 2) });
    const results = await Promise.all([tables.dispatch('kettle', 1), tables.dispatch('kettle', 1)]);
    expect(results.filter(Boolean)).toHaveLength(1);
  });
});
