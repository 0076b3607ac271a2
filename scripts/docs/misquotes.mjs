/**
 * Blocks tagged `from="FILE"` whose text is not in that file, letter for letter.
 * @param {readonly import('./parse-blocks.mjs').Block[]} blocks
 * @param {(file: string) => string} read text of a file of the repository
 */
export const misquotes = (blocks, read) =>
  blocks.filter(
    ({ attributes, text }) => typeof attributes.from === 'string' && !read(attributes.from).includes(text),
  );
