/**
 * A figure from the command line: `--name 12`.
 * @param {string} name
 * @param {number} otherwise where it is not given
 */
export const figure = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
