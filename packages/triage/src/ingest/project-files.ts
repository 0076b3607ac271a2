const TEST_FOLDER = /^(?:tests?|specs?|__tests__|e2e|src|lib|integration|unit)$/;

const slashed = (path: string): string => path.replace(/\\/g, '/').replace(/^file:\/\//, '');

const isAbsolute = (path: string): boolean => /^(?:\/|[A-Za-z]:\/)/.test(path);

const commonFolder = (files: readonly string[]): string => {
  const [first = '', ...others] = files.map((file) => file.split('/').slice(0, -1));
  let levels = first === '' ? [] : first;
  for (const other of others) {
    let level = 0;
    while (level < levels.length && levels[level] === other[level]) level += 1;
    levels = levels.slice(0, level);
  }
  return levels.join('/');
};

/** The folder of a checkout elsewhere: what has to be cut off until the rest is a file of this project. */
const foreignRoot = (file: string, exists: (relative: string) => boolean): string | undefined => {
  const levels = file.split('/');
  for (let cut = 1; cut < levels.length; cut += 1) {
    if (exists(levels.slice(cut).join('/'))) return levels.slice(0, cut).join('/');
  }
  return undefined;
};

/**
 * Test files as the project names them: from its root, with forward slashes. A log of another machine has that
 * machine's paths: what they share with each other, or what does not lie here, is cut off.
 * @param files as the logs name them
 * @param rootDir absolute path of the project here
 * @param exists whether a path from the root is a file of the project
 */
export const projectFiles = (
  files: readonly string[],
  rootDir: string,
  exists: (relative: string) => boolean,
): ((file: string) => string) => {
  const here = `${slashed(rootDir).replace(/\/$/, '')}/`;
  const elsewhere = files.map(slashed).filter((file) => isAbsolute(file) && !file.startsWith(here));
  const [first] = elsewhere;
  let root: string | undefined;
  if (first !== undefined) {
    root = foreignRoot(first, exists);
    if (root === undefined || !elsewhere.every((file) => file.startsWith(`${root}/`))) {
      const levels = commonFolder(elsewhere).split('/');
      while (levels.length > 1 && TEST_FOLDER.test(levels.at(-1) ?? '')) levels.pop();
      root = levels.join('/');
    }
  }
  return (file) => {
    const path = slashed(file);
    if (path.startsWith(here)) return path.slice(here.length);
    if (root !== undefined && root !== '' && path.startsWith(`${root}/`)) return path.slice(root.length + 1);
    return path.replace(/^(?:\.\/)+/, '');
  };
};
