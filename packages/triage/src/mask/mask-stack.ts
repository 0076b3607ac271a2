import type { Mask } from './create-mask.js';

const MOST_KEPT = 4_096;
const FRAMES = '\n    at ';

/**
 * A mask for stacks that remembers the frames it has seen: a run's stacks share most of theirs, and a frame is one
 * line. What stands before the frames is masked as one text, since a secret there may span lines.
 */
export const createStackMask = (mask: Mask): Mask => {
  const known = new Map<string, string>();
  const maskFrame = (line: string): string => {
    let masked = known.get(line);
    if (masked === undefined) {
      masked = mask(line);
      if (known.size < MOST_KEPT) known.set(line, masked);
    }
    return masked;
  };
  return (stack) => {
    const start = stack.indexOf(FRAMES);
    if (start < 0 || stack.length > 65_536) return mask(stack);
    const head = mask(stack.slice(0, start));
    let isClean = head.length === start;
    const lines: string[] = [head];
    for (let at = start + 1; at <= stack.length; ) {
      const end = stack.indexOf('\n', at);
      const line = stack.slice(at, end < 0 ? stack.length : end);
      const masked = maskFrame(line);
      isClean = isClean && masked === line;
      lines.push(masked);
      if (end < 0) break;
      at = end + 1;
    }
    return isClean && stack.startsWith(head) ? stack : lines.join('\n');
  };
};
