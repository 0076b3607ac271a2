import type { RunError } from '@holdfast/triage';

/**
 * Errors for a process that ended before Jest had said how the run went, and nobody said why: a test that ran in
 * it called `process.exit`, or Jest gave up.
 * @param paths test files that ran in this process when it ended
 */
export const unexplained = (
  exitCode: number,
  paths: readonly string[],
  isExplained: boolean,
): readonly RunError[] => {
  if (paths.length > 0) {
    const message = `process.exit ended Jest itself with exit code ${exitCode} while this file ran in its process`;
    return paths.map((path) => ({ kind: 'worker', phase: 'worker', path, error: { message } }));
  }
  if (exitCode === 0 || isExplained) return [];
  const message = `Jest ended with exit code ${exitCode} before the tests were through; its own output says why`;
  return [{ kind: 'run', phase: 'load', error: { message } }];
};
