/** How much of each product is in the warehouse. */
function createStock({ database }) {
  const level = async (product) => {
    const [row] = await database.query('SELECT quantity FROM stock WHERE product = $1', [product]);
    return row?.quantity ?? 0;
  };

  /** Takes goods out for an order. */
  const reserve = async (product, quantity) => {
    const available = await level(product);
    if (available < quantity) throw new OutOfStock(product, available);
    await database.query('UPDATE stock SET quantity = $2 WHERE product = $1', [
      product,
      available - quantity,
    ]);
  };

  /** Moves goods out for good, as the packing table does. */
  const dispatch = async (product, quantity) => {
    if ((await level(product)) < quantity) return false;
    await database.query('UPDATE stock SET quantity = quantity - $2 WHERE product = $1', [product, quantity]);
    return true;
  };

  const restock = (product, quantity) =>
    database.query('UPDATE stock SET quantity = quantity + $2 WHERE product = $1', [product, quantity]);

  return { dispatch, level, reserve, restock };
}

/** Less is in stock than was asked for. */
class OutOfStock extends Error {
  name = 'OutOfStock';
  code = 'OUT_OF_STOCK';

  constructor(product, available) {
    super(`only ${available} of ${product} in stock`);
    this.product = product;
    this.available = available;
  }
}

module.exports = { createStock, OutOfStock };
