const { lookup } = require('node:dns/promises');
const { connect } = require('node:net');

/** The address of the warehouse's machine, looked up each time because it moves. */
async function locateWarehouse(host) {
  const { address } = await lookup(host);
  return address;
}

/** Asks the warehouse by its line protocol how many parcels stand ready. */
function countParcels({ host, port }) {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect({ host, port }, () => socket.write('COUNT\n'));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => (text += chunk));
    socket.on('error', reject);
    socket.on('end', () => resolve(Number(text)));
  });
}

module.exports = { countParcels, locateWarehouse };
