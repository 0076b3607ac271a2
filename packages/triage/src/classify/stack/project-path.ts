import type { ErrorSnapshot } from '@holdfast/journal';
import { isSameFile } from './frame-owner.js';
import { cleanPath, parseFrame } from './parse-frame.js';

/** As many last members of a path as tell a reader which file is meant. */
const TELLING = 3;

/** The project's folder with its last slash, where a line of the stack shows the test file in full. */
const projectRoot = (stack: string, testFile: string): string | undefined => {
  const base = testFile.slice(testFile.lastIndexOf('/') + 1);
  // Only lines that hold the file's name are read: most stacks have one, and twenty others.
  for (let at = stack.indexOf(base); at >= 0; at = stack.indexOf(base, at + base.length)) {
    const end = stack.indexOf('\n', at);
    const line = stack.slice(stack.lastIndexOf('\n', at) + 1, end < 0 ? stack.length : end);
    const file = parseFrame(line, testFile)?.file;
    if (file !== undefined && file.length > testFile.length && isSameFile(file, testFile)) {
      return file.slice(0, -testFile.length);
    }
  }
  return undefined;
};

/**
 * A frame's path as the user names it: from the project's root, where the stack also shows the test file and so gives
 * the root away; else its last three members.
 */
export const projectPath = (
  path: string,
  {
    failure: { file },
    error,
  }: {
    readonly failure: { readonly file?: string | null };
    readonly error: ErrorSnapshot | undefined;
  },
): string => {
  const stack = error?.stack;
  const root = !file || stack === undefined ? undefined : projectRoot(stack, file);
  const shown = cleanPath(path);
  if (root !== undefined && root.length > 1 && shown.startsWith(root)) return shown.slice(root.length);
  const members = shown.split('/');
  return members.length > TELLING ? `…/${members.slice(-TELLING).join('/')}` : shown;
};
