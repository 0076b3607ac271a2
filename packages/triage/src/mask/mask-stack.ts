import { remember } from '../memory/remember.js';
import type { Mask } from './create-mask.js';

const MOST_FRAMES = 1_024;
const LONGEST = 16_384;
const FRAMES = '\n    at ';

/**
 * A mask for stacks that remembers the frames it has seen: the stacks of a run share most of theirs. What stands before
 * the frames, the first frame and all the others are masked apart; no secret spans two frames.
 */
export const createStackMask = (mask: Mask): Mask => {
  const maskFrames = remember(mask, { most: MOST_FRAMES });
  return (stack) => {
    const start = stack.indexOf(FRAMES);
    if (start < 0 || stack.length > LONGEST) return mask(stack);
    const second = stack.indexOf('\n', start + 1);
    const end = second < 0 ? stack.length : second;
    const [head, first, others] = [stack.slice(0, start), stack.slice(start, end), stack.slice(end)];
    const cleanHead = mask(head);
    const cleanFirst = mask(first);
    const cleanOthers = maskFrames(others);
    if (cleanHead === head && cleanFirst === first && cleanOthers === others) return stack;
    return cleanHead + cleanFirst + cleanOthers;
  };
};
