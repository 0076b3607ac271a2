import type { Frame } from './frame.js';
import { parseFrame } from './parse-frame.js';

const MOST_FRAMES = 40;

/** The frames of a stack, innermost first, one after another as they are asked for; at most 40. */
export function* framesOf(stack: string, testFile?: string): Generator<Frame> {
  let count = 0;
  for (let start = 0; start < stack.length && count < MOST_FRAMES; ) {
    const end = stack.indexOf('\n', start);
    const frame = parseFrame(stack.slice(start, end < 0 ? stack.length : end), testFile);
    if (frame !== undefined) {
      count += 1;
      yield frame;
    }
    start = end < 0 ? stack.length : end + 1;
  }
}

/** All frames of a stack, innermost first; at most 40. */
export const parseFrames = (stack: string, testFile?: string): readonly Frame[] => [
  ...framesOf(stack, testFile),
];
