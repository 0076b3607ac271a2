/**
 * Which entries are bundled with each other: those of one module system share chunks, and one that is to be
 * alone shares nothing.
 * @param {readonly import('./entries.mjs').Entry[]} entries
 * @returns {import('./entries.mjs').Entry[][]} none of them empty
 */
export const bundleGroups = (entries) => {
  const together = entries.filter(({ alone }) => !alone);
  return [
    together.filter(({ format }) => format === 'cjs'),
    together.filter(({ format }) => format === 'esm'),
    ...entries.filter(({ alone }) => alone).map((entry) => [entry]),
  ].filter((group) => group.length > 0);
};
