/**
 * Counts a Vitest run by its JSON report. What makes a run red without being a test counts as one failure
 * each: a file that did not load, and an error outside all files.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} report
 *   undefined where none was written
 * @param {number | null} exitCode
 * @returns {{ passed: number, failed: number }}
 */
export const countTests = (report, exitCode) => {
  if (!report) return { passed: 0, failed: 1 };
  const filesAlone = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + filesAlone;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
};
