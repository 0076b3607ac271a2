const { startService } = require('../../environment/service');

describe('GET /products', () => {
  let service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service?.close());

  test('gives the price of a product', async () => {
    const response = await service.request('/products/tea', { customer: 'ada' });
    expect(await response.json()).toEqual({ id: 'tea', name: 'Green tea', priceCents: 450 });
  });

  test('answers 404 for a product that is not sold', async () => {
    const response = await service.request('/products/unicorn', { customer: 'ada' });
    expect(response.status).toBe(404);
  });

  test('shows a changed price at once', async () => {
    await service.catalogue.changePrice('mug', 1350);
    const response = await service.request('/products/mug', { customer: 'ada' });
    expect((await response.json()).priceCents).toBe(1350);
  });

  test('answers the health check without a token', async () => {
    const response = await service.request('/health');
    expect(await response.json()).toEqual({ status: 'ok' });
  });
});
