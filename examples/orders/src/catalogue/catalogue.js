const { createCache } = require('../cache/cache');

/** Products for sale, cached for a minute. */
function createCatalogue({ database, now }) {
  const cache = createCache({ lifetimeMs: 60_000, now });

  const product = (id) =>
    cache.get(id, async () => {
      const [row] = await database.query('SELECT id, name, price_cents FROM products WHERE id = $1', [id]);
      return row && { id: row.id, name: row.name, priceCents: row.price_cents };
    });

  const changePrice = async (id, priceCents) => {
    await database.query('UPDATE products SET price_cents = $2 WHERE id = $1', [id, priceCents]);
    cache.forget(id);
  };

  return { changePrice, product, stats: cache.stats };
}

module.exports = { createCatalogue };
