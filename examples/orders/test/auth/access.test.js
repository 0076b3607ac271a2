const { startService } = require('../../environment/service');

describe('access', () => {
  let service;
  let now = Date.parse('2026-05-01T10:00:00Z');

  beforeAll(async () => {
    service = await startService({ now: () => now });
  });
  afterAll(() => service?.close());

  test('a caller without a token is unauthorized', async () => {
    const response = await service.request('/orders');
    expect(response.status).toBe(401);
  });

  test('a caller with a forged token is unauthorized', async () => {
    const response = await service.request('/orders', { token: 'e30.e30' });
    expect(response.status).toBe(401);
  });

  test('a caller with a token sees the own orders', async () => {
    const response = await service.request('/orders', { customer: 'ada' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual([]);
  });

  test('a caller whose token has expired is unauthorized', async () => {
    const token = service.tokens.sign('ada');
    now += 24 * 3_600_000;
    const response = await service.request('/orders', { token });
    expect(response.status).toBe(401);
  });

  test("another customer's order is forbidden", async () => {
    const order = await service.orders.place({ customer: 'ada', lines: [{ product: 'tea', quantity: 1 }] });
    const response = await service.request(`/orders/${order.id}`, { customer: 'mallory' });
    expect(response.status).toBe(403);
  });
});
