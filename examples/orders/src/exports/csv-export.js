const { writeFile } = require('node:fs/promises');
const { formatCents } = require('../orders/price');

const columns = ['id', 'customer', 'status', 'total'];
const row = ({ id, customer, status, totalCents }) => [id, customer, status, formatCents(totalCents)];

/** The orders as comma-separated values. */
const toCsv = (orders) => [columns, ...orders.map(row)].map((cells) => `${cells.join(',')}\n`).join('');

const exportOrders = (path, orders) => writeFile(path, toCsv(orders));

module.exports = { exportOrders, toCsv };
