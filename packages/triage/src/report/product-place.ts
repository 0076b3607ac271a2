import { decidingError } from '../classify/deciding-error.js';
import { projectPath } from '../classify/stack/project-path.js';
import { StackFrames } from '../classify/stack/stack-frames.js';
import type { ReportFailure } from './report.js';

/** So many failures of an incident are asked; they share their cause. */
const MOST_ASKED = 5;

const placeOf = (failure: ReportFailure, root: string | undefined): string | undefined => {
  const error = decidingError(failure);
  if (error?.stack === undefined) return undefined;
  const frames = new StackFrames(error.stack, failure.file ?? undefined, root);
  const own = frames.find(({ owner }) => owner === 'product' || owner === 'test');
  if (own?.owner !== 'product' || own.file === undefined || own.line === undefined) return undefined;
  return `${projectPath(own.file, frames.root)}:${own.line}`;
};

/**
 * Where in the product the error came to be: `src/orders/invoice.ts:26`. Undefined where the innermost code of the
 * user's own is a test's.
 * @param root the project's folder as stacks print it. @default what the stack itself gives away
 */
export const productPlace = (failures: readonly ReportFailure[], root?: string): string | undefined => {
  for (const failure of failures.slice(0, MOST_ASKED)) {
    const found = placeOf(failure, root);
    if (found !== undefined) return found;
  }
  return undefined;
};
