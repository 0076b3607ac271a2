const net = require('node:net');
const { once } = require('node:events');
const { countParcels, locateWarehouse } = require('../../src/network/warehouse-client');

describe('the warehouse', () => {
  test('is found by its name', async () => {
    expect(await locateWarehouse('localhost')).toMatch(/^(127\.0\.0\.1|::1)$/);
  });

  test('is found in the staging network', async () => {
    expect(await locateWarehouse('warehouse.staging.internal')).toMatch(/^10\./);
  });

  test('counts the parcels that stand ready', async () => {
    const server = net.createServer((socket) => socket.once('data', () => socket.end('12\n')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const count = await countParcels({ host: '127.0.0.1', port: server.address().port });
    expect(count).toBe(12);
    await new Promise((resolve) => server.close(resolve));
  });
});
