const ceiling = 400;
const code = /\.(ts|mts|cts|js|mjs|cjs)$/;
const data = /\.data\.ts$/;

/**
 * Code files that are longer than one idea needs; tables of data are exempt.
 * @param {readonly { file: string, text: string }[]} sources
 * @returns {string[]} file and length
 */
export const tooLong = (sources) =>
  sources
    .filter(({ file }) => code.test(file) && !data.test(file))
    .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > ceiling)
    .map(({ file, lines }) => `${file}: ${lines} lines`);
