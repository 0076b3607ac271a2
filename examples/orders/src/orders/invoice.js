const { formatCents } = require('./price');

const dayOf = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** The text of an order's invoice. */
function renderInvoice(order) {
  return [
    `Invoice ${order.id}`,
    `Date: ${dayOf(order.placedAt)}`,
    `Ship to: ${order.address.name}, ${order.address.city}`,
    ...order.lines.map(
      ({ product, quantity, priceCents }) => `${quantity} x ${product} ${formatCents(priceCents)}`,
    ),
    `Total: ${formatCents(order.totalCents)}`,
  ].join('\n');
}

module.exports = { renderInvoice };
