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
 * Source text as it speaks: quotation marks without what guards them.
 * @param {string} source
 */
export const spoken = (source) => source.replaceAll('\\`', '`').replaceAll("\\'", "'");

/**
 * Whether the code can say a message: its fixed parts, between the ellipses, stand in one line of it, in order and near
 * to each other.
 * @param {string} message
 * @param {string} text of one module or of several, as it speaks
 */
export const canSay = (message, text) => {
  const longest = 300;
  // At the ends an ellipsis stands for anything: sought there, it would be tried at every place.
  const parts = message
    .replace(/^…+|…+$/g, '')
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join(`[^\\n]{0,${longest}}?`)).test(text);
};
