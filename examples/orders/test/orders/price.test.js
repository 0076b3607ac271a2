const { formatCents, grossPrice, lineTotal, orderTotal, taxPercent } = require('../../src/orders/price');

describe('prices', () => {
  test('a line costs its price times its quantity', () => {
    expect(lineTotal({ priceCents: 450, quantity: 3 })).toBe(1350);
  });

  test('an order costs the sum of its lines', () => {
    expect(
      orderTotal([
        { priceCents: 450, quantity: 2 },
        { priceCents: 1290, quantity: 1 },
      ]),
    ).toBe(2190);
  });

  test('an empty order costs nothing', () => {
    expect(orderTotal([])).toBe(0);
  });

  test.each([
    [5, '0.05'],
    [450, '4.50'],
    [129000, '1290.00'],
  ])('%i cents read %s', (cents, text) => {
    expect(formatCents(cents)).toBe(text);
  });

  test('half a cent of tax is rounded up', () => {
    // 21 % of 4.50 are 94.5 cents.
    expect(grossPrice(450)).toBe(545);
  });

  test('books have the reduced tax', () => {
    taxPercent.standard = taxPercent.reduced;
    expect(grossPrice(1000)).toBe(1120);
  });

  test('all else has the standard tax', () => {
    expect(grossPrice(1000)).toBe(1210);
  });
});
