// Times, line numbers and process ids differ from run to run; where lines break depends on the terminal.
const comparable = (text) =>
  text
    .replace(/\d+(\.\d+)?/g, '0')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Lines that a document promises and a program did not print. Numbers may differ, and a line may be broken
 * or be part of a longer one.
 * @param {readonly string[]} promised
 * @param {string} printed
 */
export const missingLines = (promised, printed) => {
  const text = comparable(printed);
  return promised.filter((line) => !text.includes(comparable(line)));
};
