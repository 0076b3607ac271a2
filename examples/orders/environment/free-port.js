const net = require('node:net');

// Below the range from which systems hand out ports, so that nothing takes one between two looks.
const lowest = 20_000;
const highest = 30_000;

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** A port of this machine on which nothing listens. */
async function freePort() {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

module.exports = { freePort };
