/**
 * What is wrong with a run of the example as a whole: it must be red, by itself, and leave a report whose
 * figures agree with one another.
 * @returns {string[]}
 */
export const runProblems = ({ runner, exitCode, signal, report, summary, log }) => {
  const problems = [];
  if (signal) problems.push(`${runner} did not end by itself (${signal})`);
  else if (exitCode !== 1) problems.push(`${runner} ended with exit code ${exitCode}, expected 1`);
  if (!summary) problems.push(`${runner}: no summary was printed`);
  if (!report) return [...problems, `${runner}: no report.json was written; ${log} may say why`];
  const { totals, failures } = report;
  if (totals.tests !== totals.passed + totals.failed + totals.skipped + totals.todo) {
    problems.push(`${runner}: the totals do not add up: ${JSON.stringify(totals)}`);
  }
  const rows = totals.failed + totals.flaky + totals.otherFailures;
  if (rows !== failures.length) problems.push(`${runner}: ${failures.length} rows for ${rows} failures`);
  for (const gap of report.gaps) problems.push(`${runner}: the report has a gap: ${gap}`);
  return problems;
};
