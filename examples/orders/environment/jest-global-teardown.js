module.exports = async () => {
  await globalThis.stopOrdersEnvironment?.();
};
