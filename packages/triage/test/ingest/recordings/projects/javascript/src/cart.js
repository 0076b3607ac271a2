const net = require('node:net');

class Cart {
  constructor(items) {
    this.items = items;
  }
  total() {
    return this.items.reduce((sum, item) => sum + item.price.amount, 0);
  }
}

const connect = (port) =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(socket.end()));
    socket.on('error', reject);
  });

module.exports = { Cart, connect };
