const { createApi } = require('../../src/api/api');
const { freePort } = require('../../environment/free-port');

const createEmptyApi = () => createApi({ tokens: {}, catalogue: {}, orders: {} });

describe('listening', () => {
  let port;
  let running;

  beforeAll(async () => {
    port = await freePort();
    running = createEmptyApi();
    await running.listen(port);
  });
  afterAll(() => running?.close());

  test('happens on the port that was asked for', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/health`);
    expect(response.status).toBe(200);
  });

  test('a second instance answers the health check', async () => {
    const second = createEmptyApi();
    const url = await second.listen(port);
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(200);
    await second.close();
  });
});
