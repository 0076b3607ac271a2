const columns = ['', 'tests', 'failed', 'flaky', 'other', 'incidents', 'causes', 'time'];

const cellsOf = ({ runner, report, durationMs }) => {
  const { totals, failures, incidents } = report;
  const causes = new Set(failures.map(({ verdict }) => verdict.cause));
  return [
    runner,
    totals.tests,
    totals.failed,
    totals.flaky,
    totals.otherFailures,
    incidents.length,
    causes.size,
    `${(durationMs / 1000).toFixed(1)} s`,
  ].map(String);
};

/**
 * The figures of the runs, a line each.
 * @param {readonly { runner: string, report: any, durationMs: number }[]} runs
 */
export const closingTable = (runs) => {
  const lines = [columns, ...runs.filter(({ report }) => report).map(cellsOf)];
  const widths = columns.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const pad = (cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  return lines.map((cells) => cells.map(pad).join('   ')).join('\n');
};
