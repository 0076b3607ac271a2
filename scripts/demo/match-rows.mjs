/**
 * A failure that the suite is known to have.
 * @typedef {{ file: string, title: string | null, category: string, cause: string, reason: string,
 *   incident?: string, oneRun?: Verdict, onBusyMachine?: Verdict }} ExpectedFailure
 * `title` is null for a file that does not load; failures of one `incident` must be joined; `oneRun` is what a
 * single run can say where it takes an experiment to know the cause; `onBusyMachine` is allowed as well, because
 * it depends on what else the machine has to do.
 * @typedef {{ category: string, cause: string, reason: string }} Verdict
 *
 * A row of report.json, as far as it matters here.
 * @typedef {{ kind: string, file: string | null, title: readonly string[], incident: string,
 *   verdict: { category: string, cause: string, priority: string, standing: string } }} ReportRow
 */

const titleOf = (row) => row.title.join(' > ');

/**
 * Finds the row of each expected failure. Runners charge hooks, late errors and dead workers to different
 * places (the test, its describe block, the file), so what has no row of its own title takes one of its file.
 * @param {readonly ExpectedFailure[]} expected
 * @param {readonly ReportRow[]} rows
 * @returns {{ found: Map<ExpectedFailure, ReportRow>, unexpected: ReportRow[] }}
 */
export const matchRows = (expected, rows) => {
  const left = new Set(rows);
  const found = new Map();
  const take = (failure, fits) => {
    const row = [...left].find((item) => item.file === failure.file && fits(item));
    if (!row) return;
    left.delete(row);
    found.set(failure, row);
  };
  for (const failure of expected) take(failure, (row) => titleOf(row) === (failure.title ?? ''));
  for (const failure of expected) {
    if (!found.has(failure)) take(failure, (row) => row.kind !== 'test' || failure.title === null);
  }
  return { found, unexpected: [...left] };
};
