const { createPaymentClient } = require('../../src/network/payment-client');
const { startService } = require('../../environment/service');

describe('checkout', () => {
  let service;
  const payments = createPaymentClient({ url: process.env.ORDERS_PAYMENT_URL });

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service?.close());

  const place = (customer) => service.orders.place({ customer, lines: [{ product: 'tea', quantity: 2 }] });

  test('places the order', async () => {
    expect((await place('ada')).totalCents).toBe(900);
  });

  test('charges the total', async () => {
    const order = await place('ada');
    expect(await payments.charge(order.id, order.totalCents)).toEqual({ status: 'charged', cents: 900 });
  });

  test('charges each order of a customer once', async () => {
    const orders = [await place('grace'), await place('grace')];
    const charges = await Promise.all(orders.map(({ id, totalCents }) => payments.charge(id, totalCents)));
    expect(charges).toHaveLength(2);
  });
});
