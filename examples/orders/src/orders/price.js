/** Value added tax by kind of goods, in percent. */
const taxPercent = { standard: 21, reduced: 12 };

const lineTotal = ({ priceCents, quantity }) => priceCents * quantity;

const orderTotal = (lines) => lines.reduce((sum, line) => sum + lineTotal(line), 0);

/** A net price as it is charged, in cents. */
const grossPrice = (netCents, kind = 'standard') => Math.floor((netCents * (100 + taxPercent[kind])) / 100);

/** An amount of cents for people to read: `12.90`. */
const formatCents = (cents) => `${Math.trunc(cents / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;

module.exports = { formatCents, grossPrice, lineTotal, orderTotal, taxPercent };
