const codeOf = (cell) => /^(`+)(.+)\1$/.exec(cell.trim())?.[2];

/**
 * The messages that a document lists: the code in the first column of its tables.
 * @param {string} markdown
 * @returns {string[]}
 */
export const documentedMessages = (markdown) =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => codeOf(line.split(' | ')[0].slice(2)))
    .filter((message) => message !== undefined);

/**
 * Whether the code can say a message: its fixed parts, between the ellipses, stand in it in order and near
 * to each other.
 * @param {string} message
 * @param {string} source text of one module
 */
export const canSay = (message, source) => {
  const longest = 300;
  const parts = message.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join(`[^\\n]{0,${longest}}?`)).test(
    source.replaceAll('\\`', '`').replaceAll("\\'", "'"),
  );
};
