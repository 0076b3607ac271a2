/**
 * Takes a coupon off a total.
 * @param {{ code: string, percent: number, validUntil: string }} coupon
 * @param {number} totalCents
 */
function applyCoupon(coupon, totalCents) {
  const end = new Date(coupon.validUntil);
  if (Date.now() > end.getTime()) throw new Error(`Coupon ${coupon.code} expired on ${coupon.validUntil}`);
  return totalCents - Math.round((totalCents * coupon.percent) / 100);
}

module.exports = { applyCoupon };
