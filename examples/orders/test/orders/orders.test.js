const { startService } = require('../../environment/service');

describe('orders', () => {
  let service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service?.close());

  const post = (customer, body) =>
    service.request('/orders', { customer, method: 'POST', body: JSON.stringify(body) });
  const address = { name: 'Ada Lovelace', city: 'London' };

  test('have the total of their lines', async () => {
    const lines = [
      { product: 'tea', quantity: 2 },
      { product: 'mug', quantity: 1 },
    ];
    const response = await post('ada', { lines, address });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ customer: 'ada', status: 'placed', totalCents: 2190 });
  });

  test('are refused for a product that is not sold', async () => {
    const response = await post('ada', { lines: [{ product: 'unicorn', quantity: 1 }] });
    expect(response.status).toBe(422);
  });

  test('are refused for more than is in stock', async () => {
    const response = await post('ada', { lines: [{ product: 'kettle', quantity: 5 }] });
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: 'only 1 of kettle in stock' });
  });

  test('are listed for their customer only', async () => {
    await post('grace', { lines: [{ product: 'tea', quantity: 1 }] });
    const orders = await (await service.request('/orders', { customer: 'grace' })).json();
    expect(orders.map(({ customer }) => customer)).toEqual(['grace']);
  });

  test('give their goods back when they are cancelled', async () => {
    const before = await service.stock.level('mug');
    const order = await service.orders.place({ customer: 'ada', lines: [{ product: 'mug', quantity: 3 }] });
    expect(await service.orders.cancel(order.id)).toBe(true);
    expect(await service.stock.level('mug')).toBe(before);
  });

  test('are cancelled once', async () => {
    const order = await service.orders.place({ customer: 'ada', lines: [{ product: 'tea', quantity: 1 }] });
    await service.orders.cancel(order.id);
    expect(await service.orders.cancel(order.id)).toBe(false);
  });
});
