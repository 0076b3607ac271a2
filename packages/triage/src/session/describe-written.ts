import { extname, relative, sep } from 'node:path';

/** Where reports lie, on one line: the first of them, and the endings of the others; empty where none was written. */
export const describeWritten = (written: readonly string[], outputDir: string, rootDir: string): string => {
  const [first, ...others] = written.map((path) => path.slice(outputDir.length + 1));
  if (first === undefined) return '';
  const more =
    others.length === 0 ? '' : ` (also ${[...new Set(others.map((name) => extname(name)))].join(' ')})`;
  return `${relative(rootDir, outputDir) || '.'}${sep}${first}${more}`;
};
