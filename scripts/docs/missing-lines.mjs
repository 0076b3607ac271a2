// Times, line numbers and process ids differ from run to run.
const comparable = (line) => line.replace(/\d+(\.\d+)?/g, '0').trim();

/**
 * Lines that a document promises and a program did not print; numbers may differ.
 * @param {readonly string[]} promised
 * @param {string} printed
 */
export const missingLines = (promised, printed) => {
  const lines = new Set(printed.split(/\r?\n/).map(comparable));
  return promised.filter((line) => !lines.has(comparable(line)));
};
