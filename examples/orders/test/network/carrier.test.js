const { createServer } = require('node:http');
const { once } = require('node:events');
const { createCarrierClient } = require('../../src/network/carrier-client');

/** The carrier's test system, as far as the service uses it. */
const startCarrier = async (answer) => {
  const server = createServer((_request, response) => {
    const { status, body } = answer();
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
};

describe('the carrier', () => {
  let carrier;
  afterEach(() => carrier?.close());

  test('gives a tracking number', async () => {
    carrier = await startCarrier(() => ({ status: 200, body: { tracking: 'CZ7' } }));
    expect(await createCarrierClient({ url: carrier.url }).book(7)).toBe('CZ7');
  });

  test('books a batch of eight parcels', async () => {
    let booked = 0;
    carrier = await startCarrier(() =>
      ++booked > 5
        ? { status: 429, body: { reason: 'at most 5 parcels a second' } }
        : { status: 200, body: { tracking: `CZ${booked}` } },
    );
    const client = createCarrierClient({ url: carrier.url });
    const numbers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((id) => client.book(id)));
    expect(numbers).toHaveLength(8);
  });

  test('books with the sandbox account', async () => {
    carrier = await startCarrier(() => ({ status: 409, body: { reason: 'ACCOUNT_PAUSED orders-sandbox' } }));
    expect(await createCarrierClient({ url: carrier.url }).book(7)).toBe('CZ7');
  });
});
