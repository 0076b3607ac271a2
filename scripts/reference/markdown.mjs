const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;

/** Text as inline code. */
export const code = (text) => `\`${text.replaceAll('`', "'")}\``;

/**
 * A Markdown table.
 * @param {readonly string[]} head
 * @param {readonly string[][]} rows
 */
export const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/**
 * A page of the reference, with a note that it is generated.
 * @param {string} title
 * @param {readonly string[]} sections paragraphs, tables and headings
 */
export const page = (title, sections) =>
  [
    `# ${title}`,
    '<!-- Generated from the code by scripts/generate-docs.mjs. Change the code, then run it again. -->',
    ...sections,
  ]
    .filter((section) => section !== '')
    .join('\n\n')
    .concat('\n');
