const stepMs = 5000;

/**
 * One line that is written over on a terminal; elsewhere a new line now and then.
 * @param {NodeJS.WriteStream} stream
 */
export const progressLine = (stream) => {
  let lastMs = performance.now();
  const show = (text) => {
    if (stream.isTTY) stream.write(`\r\x1b[2K${text}`);
    else if (performance.now() - lastMs >= stepMs) {
      lastMs = performance.now();
      stream.write(`${text}\n`);
    }
  };
  const clear = () => {
    if (stream.isTTY) stream.write('\r\x1b[2K');
  };
  return { clear, show };
};
