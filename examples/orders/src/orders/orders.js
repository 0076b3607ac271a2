const { orderTotal } = require('./price');

const fromRow = (row) => ({
  id: row.id,
  customer: row.customer,
  status: row.status,
  totalCents: row.total_cents,
  placedAt: row.placed_at,
  address: row.address,
});

/** Placing, reading and cancelling orders. */
function createOrders({ database, catalogue, stock }) {
  const place = async ({ customer, lines, address = null }) => {
    const priced = [];
    for (const { product, quantity } of lines) {
      const found = await catalogue.product(product);
      if (!found) throw Object.assign(new Error(`no product ${product}`), { code: 'NO_SUCH_PRODUCT' });
      await stock.reserve(product, quantity);
      priced.push({ product, quantity, priceCents: found.priceCents });
    }
    const id = await database.transaction(async (query) => {
      const [order] = await query(
        'INSERT INTO orders (customer, total_cents, address) VALUES ($1, $2, $3) RETURNING id',
        [customer, orderTotal(priced), address],
      );
      for (const { product, quantity, priceCents } of priced) {
        await query('INSERT INTO order_lines VALUES ($1, $2, $3, $4)', [
          order.id,
          product,
          quantity,
          priceCents,
        ]);
      }
      return order.id;
    });
    return find(id);
  };

  const find = async (id) => {
    const [row] = await database.query('SELECT * FROM orders WHERE id = $1', [id]);
    if (!row) return undefined;
    const lines = await database.query(
      'SELECT product, quantity, price_cents AS "priceCents" FROM order_lines WHERE order_id = $1 ORDER BY product',
      [id],
    );
    return { ...fromRow(row), lines };
  };

  const list = async (customer) =>
    (await database.query('SELECT * FROM orders WHERE customer = $1 ORDER BY id', [customer])).map(fromRow);

  const cancel = async (id) => {
    const order = await find(id);
    if (order?.status !== 'placed') return false;
    await database.query("UPDATE orders SET status = 'cancelled' WHERE id = $1", [id]);
    for (const { product, quantity } of order.lines) await stock.restock(product, quantity);
    return true;
  };

  return { cancel, find, list, place };
}

module.exports = { createOrders };
