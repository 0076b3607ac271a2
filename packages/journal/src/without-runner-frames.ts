import { lastIndexOf, matches, slice } from './intrinsics.js';

const FRAME = '\n    at ';
/** The runner's own code and Node's, as stacks print it. */
const RUNNER =
  /[\\/]node_modules[\\/](?:jest-(?:circus|runner|jasmine2|worker)|@vitest[\\/]runner|vitest|tinypool)[\\/]|[( ]node:internal\/|\(<anonymous>\)$/;

/**
 * A stack without the frames at its end through which the runner called the test: they are the same for every
 * test, and most of the text. Frames of the runner between others stay, and so does a stack that has no others.
 * @param from where the frames begin; what stands before is message
 */
export const withoutRunnerFrames = (stack: string, from: number): string => {
  let end = stack.length;
  for (
    let start = lastIndexOf(stack, FRAME, end - 1);
    start >= from;
    start = lastIndexOf(stack, FRAME, end - 1)
  ) {
    if (!matches(RUNNER, slice(stack, start, end)))
      return end === stack.length ? stack : slice(stack, 0, end);
    end = start;
    if (end === 0) break;
  }
  return stack;
};
