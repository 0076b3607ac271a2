import { snapshotError } from '@holdfast/journal';
import type { FileError } from '@holdfast/triage';
import { suitePhase } from './suite-phase.js';
import { thrownValue } from './thrown-value.js';
import type { VitestSuite } from './vitest-task.js';

const NO_TESTS = /^No test (?:suite )?found in /;
const SNAPSHOTS = /^Obsolete snapshots found /;

type Place = Pick<FileError, 'kind' | 'phase'>;

/** What an error of a suite or file belongs to: its hooks, once it ran; else its loading. */
const placeOf = (suite: VitestSuite, message: string, isLast: boolean): Place => {
  if (suite.result?.startTime === undefined || NO_TESTS.test(message)) return { kind: 'file', phase: 'load' };
  if (SNAPSHOTS.test(message)) return { kind: 'file', phase: 'afterAll' };
  return { kind: 'hook', phase: suitePhase(suite, isLast) };
};

/**
 * Errors of a file or a group that belong to no test.
 * @param levels names of the group and those around it; empty for the file
 */
export const suiteErrors = (suite: VitestSuite, levels: readonly string[]): FileError[] => {
  const errors = suite.result?.errors ?? [];
  return errors.flatMap((thrown, index): FileError[] => {
    const error = snapshotError(thrownValue(thrown));
    const place = placeOf(suite, error.message, index === errors.length - 1);
    return [{ ...place, error, ...(levels.length > 0 ? { title: levels } : {}) }];
  });
};
