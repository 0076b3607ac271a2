const { formatCents } = require('../orders/price');

/**
 * Tells customers what became of their orders.
 * @param {object} options
 * @param {(message: { to: string, subject: string }) => Promise<void>} options.send
 * @param {(entry: object) => Promise<void>} [options.audit]
 */
function createNotifier({ send, audit = async () => {} }) {
  const confirm = async (order) => {
    await send({ to: order.customer, subject: `Order ${order.id}: ${formatCents(order.totalCents)}` });
    audit({ event: 'confirmed', order: order.id, items: order.lines.length });
  };

  return { confirm };
}

module.exports = { createNotifier };
