const { renderTemplate } = require('../../src/notifications/templates');

describe('templates', () => {
  test('fill in the order number', () => {
    expect(renderTemplate('Your order {id}', { id: 7 })).toBe('Your order 7');
  });
});
