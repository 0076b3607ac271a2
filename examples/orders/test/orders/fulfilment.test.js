const { startFulfilment } = require('../../src/orders/fulfilment');

const deliver = () => {
  const fulfilment = startFulfilment();
  while (!fulfilment.isDelivered()) fulfilment.advance();
  return fulfilment;
};

describe('fulfilment', () => {
  test('begins with an order that was placed', () => {
    expect(startFulfilment().history).toEqual(['placed']);
  });

  test('ends with the delivery', () => {
    expect(deliver().history.at(-1)).toBe('delivered');
  });

  test('cannot go on after the delivery', () => {
    expect(() => deliver().advance()).toThrow('the order is already delivered');
  });

  test('takes six steps', () => {
    expect(deliver().history).toHaveLength(6);
  });

  test('has a known history', () => {
    expect(deliver().history.join(' > ')).toMatchInlineSnapshot(
      `"placed > paid > picked > packed > handed over > delivered"`,
    );
  });
});
