import { projectRoot } from '../classify/stack/project-root.js';
import type { ReportFailure } from './report.js';

/** Of so many failures the stacks are asked; nearly every stack that a test has part in gives the root away. */
const MOST_ASKED = 50;

/**
 * The project's folder with its last slash, as the stacks of a run print it: what one failure's stack gives away holds
 * for all, also for an error from a callback, in whose stack no test stands. Undefined where none does.
 */
export const reportRoot = (failures: readonly ReportFailure[]): string | undefined => {
  for (const { file, attempts } of failures.slice(0, MOST_ASKED)) {
    if (file === null) continue;
    for (const { errors } of attempts) {
      for (const { stack } of errors) {
        const root = stack === undefined ? undefined : projectRoot(stack, file);
        if (root !== undefined) return root;
      }
    }
  }
  return undefined;
};
