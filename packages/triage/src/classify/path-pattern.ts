import picomatch from 'picomatch';

/** A test for paths from the project's root, from a glob pattern (`tests/auth/**`) or an expression. */
export const pathPattern = (pattern: string | RegExp): ((path: string) => boolean) => {
  if (typeof pattern === 'string') return picomatch(pattern, { dot: true, windows: false });
  const expression = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return (path) => expression.test(path);
};
