const { createDatabase } = require('../../src/database/database');
const { asAdministrator, openDatabase } = require('../../environment/database');

describe('connections', () => {
  let database;

  beforeAll(async () => {
    database = await openDatabase({ size: 2, checkoutLimitMs: 250 });
  });
  afterAll(() => database?.close());

  test('are shared by queries that take turns', async () => {
    const rows = await Promise.all(Array.from({ length: 6 }, () => database.query('SELECT 1 AS one')));
    expect(rows.flat()).toEqual(Array(6).fill({ one: 1 }));
  });

  test('are replaced when the server ends one', async () => {
    const [{ pid }] = await database.query('SELECT pg_backend_pid() AS pid');
    await asAdministrator(`SELECT pg_terminate_backend(${pid})`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('are made as the reporting user', async () => {
    const url = new URL(process.env.ORDERS_DATABASE_SERVER);
    url.password = 'password of last year';
    url.pathname = database.name;
    const reporting = createDatabase({ url: url.href });
    const rows = await reporting.query('SELECT count(*)::int AS orders FROM orders').finally(reporting.close);
    expect(rows).toEqual([{ orders: 0 }]);
  });

  test('serve four reports at a time', async () => {
    const report = () => database.query('SELECT count(*) FROM orders, pg_sleep(1)');
    const reports = await Promise.all([report(), report(), report(), report()]);
    expect(reports).toHaveLength(4);
  });
});
