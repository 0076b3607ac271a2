import { isSameFile } from './frame-owner.js';
import type { StackFrames } from './stack-frames.js';

/**
 * The project's folder with its last slash, where a frame shows the test file in full and so gives the root away.
 * `stack` is the text of the frames, `testFile` the failing test file from the project's root.
 */
export const projectRoot = (frames: StackFrames, stack: string, testFile: string): string | undefined => {
  // Frames are read only of a stack that names the file at all.
  if (!stack.includes(testFile.slice(testFile.lastIndexOf('/') + 1))) return undefined;
  const own = frames.find(
    ({ owner, file }) =>
      owner === 'test' && file !== undefined && file.length > testFile.length && isSameFile(file, testFile),
  )?.file;
  return own?.slice(0, -testFile.length);
};
