import type { RunnerTotals } from '../outcome.js';
import { categorySummaries } from './category-summaries.js';
import type {
  Incident,
  LeftBehind,
  PassRate,
  Report,
  ReportFailure,
  ReportTest,
  RunSummary,
  SkipReason,
  StaleQuarantine,
  Totals,
} from './report.js';
import { REPORT_VERSION } from './report.js';
import { timedOutPhases } from './timed-out-phases.js';

export interface ReportInput {
  readonly run: RunSummary;
  readonly totals: RunnerTotals;
  readonly incidents: readonly Incident[];
  readonly failures: readonly ReportFailure[];
  readonly folders: readonly PassRate[];
  readonly areas: readonly PassRate[];
  readonly leftBehind?: readonly LeftBehind[];
  readonly skips?: readonly SkipReason[];
  readonly staleQuarantine?: readonly StaleQuarantine[];
  readonly tests?: readonly ReportTest[] | undefined;
  readonly gaps: readonly string[];
}

const computeTotals = ({ tests, files }: RunnerTotals, failures: readonly ReportFailure[]): Totals => {
  const { passed, failed, skipped, todo } = tests;
  const executed = passed + failed;
  return {
    passed,
    failed,
    skipped,
    todo,
    tests: executed + skipped + todo,
    flaky: failures.filter(({ kind, flaky }) => kind === 'test' && flaky).length,
    files,
    otherFailures: failures.filter(({ kind }) => kind !== 'test').length,
    passRate: executed === 0 ? null : passed / executed,
  };
};

const disagreements = ({ tests }: RunnerTotals, failures: readonly ReportFailure[]): readonly string[] => {
  const rows = failures.filter(({ kind, flaky }) => kind === 'test' && !flaky).length;
  return rows === tests.failed ? [] : [`The runner counts ${tests.failed} failed tests, but told of ${rows}`];
};

/** The whole report as data. Pure: what is written and printed is rendered from it alone. */
export const computeReport = ({
  run,
  totals,
  incidents,
  failures,
  folders,
  areas,
  leftBehind = [],
  skips = [],
  staleQuarantine = [],
  tests,
  gaps,
}: ReportInput): Report => ({
  format: 'holdfast-report',
  version: REPORT_VERSION,
  run,
  totals: computeTotals(totals, failures),
  incidents,
  failures,
  folders,
  areas,
  categories: categorySummaries(failures),
  timeouts: timedOutPhases(failures),
  ...(leftBehind.length === 0 ? {} : { leftBehind }),
  ...(skips.length === 0 ? {} : { skips }),
  ...(staleQuarantine.length === 0 ? {} : { staleQuarantine }),
  ...(tests === undefined ? {} : { tests }),
  gaps: [...disagreements(totals, failures), ...gaps],
});
