import type { Failure } from '../../failure.js';
import { decidingError } from '../deciding-error.js';
import { isSameFile } from './frame-owner.js';
import { StackFrames } from './stack-frames.js';

/** A place in a test file that an editor can open. */
export interface UserLine {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/**
 * Where the failure points at in the user's test: the innermost frame in the failing test file, else in
 * any test file. Undefined where the stack names none.
 */
export const userLine = (failure: Failure): UserLine | undefined => {
  const stack = decidingError(failure)?.stack;
  if (stack === undefined) return undefined;
  const inTests = new StackFrames(stack, failure.file)
    .all()
    .filter((frame) => frame.owner === 'test' && frame.line !== undefined);
  const own = inTests.find(
    (frame) => failure.file !== undefined && isSameFile(frame.file ?? '', failure.file),
  );
  const frame = own ?? inTests[0];
  if (frame?.file === undefined || frame.line === undefined) return undefined;
  return {
    file: own !== undefined && failure.file !== undefined ? failure.file : frame.file,
    line: frame.line,
    ...(frame.column === undefined ? {} : { column: frame.column }),
  };
};
