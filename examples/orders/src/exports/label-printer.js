const { spawn } = require('node:child_process');

/**
 * Prints an order's parcel label with the printer's own program.
 * @param {{ id: number }} order
 * @param {string} [program]
 */
function printLabel(order, program = '/opt/orders/bin/label-printer') {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['--order', String(order.id)], { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with exit code ${code}`)),
    );
  });
}

module.exports = { printLabel };
