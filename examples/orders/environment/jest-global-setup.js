const { startEnvironment } = require('./start');

module.exports = async () => {
  globalThis.stopOrdersEnvironment = await startEnvironment();
};
