import type { FileError } from '@holdfast/triage';
import type { VitestSuite } from './vitest-task.js';

const NO_TESTS = /^No test (?:suite )?found in /;
const SNAPSHOTS = /^Obsolete snapshots found /;

/** Where both hooks failed, the last error is afterAll's. */
const hookOf = ({ result }: VitestSuite, isLast: boolean): 'beforeAll' | 'afterAll' => {
  if (result?.hooks?.beforeAll !== 'run') return 'afterAll';
  const isBoth = result.hooks.afterAll === 'run' && (result.errors?.length ?? 0) > 1;
  return isBoth && isLast ? 'afterAll' : 'beforeAll';
};

/** What an error of a file or group belongs to: one of its hooks, where it ran; else its loading. */
export const suiteErrorPlace = (
  suite: VitestSuite,
  message: string,
  isLast: boolean,
): Pick<FileError, 'kind' | 'phase'> => {
  if (suite.result?.startTime === undefined || NO_TESTS.test(message)) return { kind: 'file', phase: 'load' };
  if (SNAPSHOTS.test(message)) return { kind: 'file', phase: 'afterAll' };
  return { kind: 'hook', phase: hookOf(suite, isLast) };
};
