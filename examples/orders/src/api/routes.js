const { renderInvoice } = require('../orders/invoice');

const ok = (body) =>
  body === undefined ? { status: 404, body: { error: 'not found' } } : { status: 200, body };

/** What each path does for a caller who is known. */
function createRoutes({ catalogue, orders }) {
  const routes = [
    { method: 'GET', path: /^\/products\/([a-z]+)$/, run: async ([id]) => ok(await catalogue.product(id)) },
    { method: 'GET', path: /^\/orders$/, run: async (_, { customer }) => ok(await orders.list(customer)) },
    {
      method: 'POST',
      path: /^\/orders$/,
      run: async (_, { customer, body }) => ({
        status: 201,
        body: await orders.place({ ...body, customer }),
      }),
    },
    { method: 'GET', path: /^\/orders\/(\d+)$/, run: async ([id]) => ok(await orders.find(Number(id))) },
    {
      method: 'GET',
      path: /^\/orders\/(\d+)\/invoice$/,
      run: async ([id]) => {
        const order = await orders.find(Number(id));
        return ok(order && { text: renderInvoice(order) });
      },
    },
  ];

  return (request) => {
    for (const { method, path, run } of routes) {
      const match = request.method === method && path.exec(request.pathname);
      if (match) return run(match.slice(1), request);
    }
    return ok(undefined);
  };
}

module.exports = { createRoutes };
