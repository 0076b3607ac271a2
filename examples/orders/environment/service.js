const { createApi } = require('../src/api/api');
const { createTokens } = require('../src/auth/tokens');
const { createCatalogue } = require('../src/catalogue/catalogue');
const { createOrders } = require('../src/orders/orders');
const { createStock } = require('../src/stock/stock');
const { openDatabase } = require('./database');

/** The whole service on a database of its own, listening on a free port. */
async function startService({ now = Date.now } = {}) {
  const database = await openDatabase();
  const tokens = createTokens({ secret: process.env.ORDERS_TOKEN_SECRET, now });
  const catalogue = createCatalogue({ database, now });
  const stock = createStock({ database });
  const orders = createOrders({ database, catalogue, stock });
  const api = createApi({ tokens, catalogue, orders });
  const url = await api.listen(0);
  const request = (path, { customer, token = customer && tokens.sign(customer), ...init } = {}) =>
    fetch(new URL(path, url), {
      ...init,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    });
  const close = async () => {
    await api.close();
    await database.close();
  };
  return { api, catalogue, close, database, orders, request, stock, tokens, url };
}

module.exports = { startService };
