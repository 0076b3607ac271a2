import type { Frame } from './frame.js';
import { framesOf } from './parse-frames.js';

/** The innermost frame that is neither the runner's nor Node's: the first one that a user can act on. */
export const topFrameOf = (stack: string, testFile?: string): Frame | undefined => {
  for (const frame of framesOf(stack, testFile)) {
    if (frame.owner !== 'runner' && frame.owner !== 'node' && frame.owner !== 'unknown') return frame;
  }
  return undefined;
};
