const executable = new Set([
  'js',
  'mjs',
  'cjs',
  'jsx',
  'ts',
  'mts',
  'cts',
  'tsx',
  'javascript',
  'typescript',
]);

/**
 * Blocks of code that nothing runs and that do not say why.
 * @param {readonly import('./parse-blocks.mjs').Block[]} blocks
 */
export const unexplainedBlocks = (blocks) =>
  blocks.filter(
    ({ language, attributes }) =>
      executable.has(language) &&
      !attributes.title &&
      typeof attributes.from !== 'string' &&
      typeof attributes['no-run'] !== 'string',
  );
