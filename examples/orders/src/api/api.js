const { createServer } = require('node:http');
const { once } = require('node:events');
const { createGate } = require('../auth/gate');
const { createRoutes } = require('./routes');

const statusOf = { UNAUTHORIZED: 401, NO_SUCH_PRODUCT: 422, OUT_OF_STOCK: 409 };

const readJson = async (request) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : undefined;
};

/** The service's HTTP interface. */
function createApi({ tokens, catalogue, orders, gatePlaces = 10 }) {
  const gate = createGate(gatePlaces);
  const route = createRoutes({ catalogue, orders });

  const answer = async (request) => {
    const { pathname } = new URL(request.url, 'http://orders');
    if (pathname === '/health') return { status: 200, body: { status: 'ok' } };
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const customer = await gate.enter(() => tokens.verify(token));
    return route({ method: request.method, pathname, customer, body: await readJson(request) });
  };

  const server = createServer(async (request, response) => {
    let result;
    try {
      result = await answer(request);
    } catch (error) {
      result = { status: statusOf[error.code] ?? 500, body: { error: error.message } };
    }
    response.writeHead(result.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result.body ?? null));
  });

  /** @returns {Promise<string>} the address */
  const listen = async (port) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${server.address().port}`;
  };

  const close = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };

  return { close, gate, listen };
}

module.exports = { createApi };
