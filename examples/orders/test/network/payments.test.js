const { createPaymentClient } = require('../../src/network/payment-client');

describe('payments', () => {
  const payments = createPaymentClient({ url: process.env.ORDERS_PAYMENT_URL });

  test('charge an order', async () => {
    const charge = await payments.charge(7, 1740);
    expect(charge.status).toBe('charged');
  });

  test('refund a charge', async () => {
    const refund = await payments.refund('ch_7');
    expect(refund.status).toBe('refunded');
  });

  test('tell the status of a charge', async () => {
    const { status } = await payments.status('ch_7');
    expect(status).toBe('refunded');
  });
});
