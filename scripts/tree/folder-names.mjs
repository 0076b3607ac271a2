const meaningless = new Set([
  'utils',
  'util',
  'helpers',
  'misc',
  'common',
  'shared',
  'lib',
  'new',
  'old',
  'legacy',
]);

/**
 * Files that lie in a folder whose name says nothing about what is in it.
 * @param {readonly string[]} files
 */
export const badlyFiled = (files) =>
  files.filter((file) =>
    file
      .split('/')
      .slice(0, -1)
      .some((folder) => meaningless.has(folder)),
  );
