import { stripAnsi } from '../strip-ansi.js';
import { isSameFile } from './frame-owner.js';
import { parseFrame } from './parse-frame.js';

/**
 * The project's folder with its last slash, where a line of the stack shows the test file in full and so gives the root
 * away. `testFile` is the failing test file from that root.
 */
export const projectRoot = (stack: string, testFile: string): string | undefined => {
  const base = testFile.slice(testFile.lastIndexOf('/') + 1);
  if (base === '') return undefined;
  // Only lines that hold the file's name are read: most stacks have one, and twenty others.
  for (let at = stack.indexOf(base); at >= 0; at = stack.indexOf(base, at + base.length)) {
    const end = stack.indexOf('\n', at);
    const line = stack.slice(stack.lastIndexOf('\n', at) + 1, end < 0 ? stack.length : end);
    const file = parseFrame(stripAnsi(line), testFile)?.file;
    if (file !== undefined && file.length > testFile.length && isSameFile(file, testFile)) {
      return file.slice(0, -testFile.length);
    }
  }
  return undefined;
};
