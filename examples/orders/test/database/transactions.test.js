const { openDatabase } = require('../../environment/database');

describe('transactions', () => {
  let database;

  beforeAll(async () => {
    database = await openDatabase();
  });
  afterAll(() => database?.close());

  const customers = async () => (await database.query('SELECT email FROM customers ORDER BY email')).length;

  test('keep all of their work', async () => {
    await database.transaction((query) => query("INSERT INTO customers (email) VALUES ('ada@example.com')"));
    expect(await customers()).toBe(1);
  });

  test('keep none of their work when a part of it fails', async () => {
    const before = await customers();
    const work = database.transaction(async (query) => {
      await query("INSERT INTO customers (email) VALUES ('grace@example.com')");
      await query('SELECT * FROM no_such_table');
    });
    await expect(work).rejects.toThrow('relation "no_such_table" does not exist');
    expect(await customers()).toBe(before);
  });

  test('give their result', async () => {
    const [row] = await database.transaction((query) =>
      query("INSERT INTO customers (email) VALUES ('ada@example.com') RETURNING email"),
    );
    expect(row).toEqual({ email: 'ada@example.com' });
  });
});
