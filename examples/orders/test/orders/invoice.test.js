const { renderInvoice } = require('../../src/orders/invoice');

const order = {
  id: 7,
  placedAt: new Date('2026-03-01T23:30:00Z'),
  address: { name: 'Ada Lovelace', city: 'London' },
  lines: [{ product: 'tea', quantity: 2, priceCents: 450 }],
  totalCents: 900,
};

describe('an invoice', () => {
  test('lists what was bought', () => {
    expect(renderInvoice(order)).toContain('2 x tea 4.50');
  });

  test('states the total', () => {
    expect(renderInvoice(order)).toContain('Total: 9.00');
  });

  test('bears the local date of an order that was placed shortly after midnight in Prague', () => {
    const line = renderInvoice(order).split('\n')[1];
    expect(line).toBe('Date: 2026-03-02');
  });

  test('is made for an order that the customer collects', () => {
    expect(renderInvoice({ ...order, address: null })).toContain('Invoice 7');
  });
});
