import type { VitestFile, VitestSuite } from '../translate/vitest-task.js';

const inSuite = (suite: VitestSuite): number => {
  let failed = 0;
  for (const task of suite.tasks) {
    if (task.type === 'suite') failed += inSuite(task);
    else if (task.result?.state === 'fail') failed += 1;
  }
  return failed;
};

/** How many tests of these files failed. */
export const failedTests = (files: readonly VitestFile[]): number =>
  files.reduce((sum, file) => sum + inSuite(file), 0);
