const { applyCoupon } = require('../../src/orders/coupon');

describe('a coupon', () => {
  test('is refused when its time is over', () => {
    const coupon = { code: 'SUMMER24', percent: 10, validUntil: '2024-08-31' };
    expect(() => applyCoupon(coupon, 1000)).toThrow('Coupon SUMMER24 expired on 2024-08-31');
  });

  test('takes its percentage off the total', () => {
    const coupon = { code: 'SPRING25', percent: 25, validUntil: '2025-05-31' };
    expect(applyCoupon(coupon, 1000)).toBe(750);
  });
});
