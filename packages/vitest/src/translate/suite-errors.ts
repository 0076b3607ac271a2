import { snapshotError } from '@holdfast/journal';
import type { FileError } from '@holdfast/triage';
import { suiteErrorPlace } from './suite-error-place.js';
import { thrownValue } from './thrown-value.js';
import type { VitestSuite } from './vitest-task.js';

/**
 * Errors of a file or a group that belong to no test.
 * @param levels names of the group and those around it; empty for the file
 */
export const suiteErrors = (suite: VitestSuite, levels: readonly string[]): FileError[] => {
  const errors = suite.result?.errors ?? [];
  return errors.map((thrown, index): FileError => {
    const error = snapshotError(thrownValue(thrown));
    const place = suiteErrorPlace(suite, error.message, index === errors.length - 1);
    return { ...place, error, ...(levels.length > 0 ? { title: levels } : {}) };
  });
};
