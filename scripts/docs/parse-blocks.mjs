/**
 * A fenced block of a Markdown document. `attributes` holds what follows the language: `title="a.js"` as a
 * text, a bare word as true.
 * @typedef {{ line: number, language: string, attributes: Record<string, string | true>, text: string }} Block
 */

const opening = /^( *)(`{3,})([\w-]*) *(.*)$/;
const attribute = /([\w-]+)(?:="([^"]*)")?/g;

const attributesOf = (info) =>
  Object.fromEntries([...info.matchAll(attribute)].map(([, name, value]) => [name, value ?? true]));

/**
 * Every fenced block of a document, in order, those inside HTML comments too: what a reader need not see can
 * still be part of what is run.
 * @param {string} markdown
 * @returns {Block[]}
 */
export const parseBlocks = (markdown) => {
  const blocks = [];
  let open;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    const match = opening.exec(line);
    if (open) {
      if (match?.[2] === open.fence && match[3] === '') {
        blocks.push({ ...open.block, text: open.lines.map((text) => `${text}\n`).join('') });
        open = undefined;
      } else open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    } else if (match) {
      const [, indent, fence, language, info] = match;
      open = {
        indent,
        fence,
        lines: [],
        block: { line: index + 1, language, attributes: attributesOf(info) },
      };
    }
  }
  return blocks;
};
