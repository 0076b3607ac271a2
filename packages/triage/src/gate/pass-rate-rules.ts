import { samplesToTell, wilsonInterval } from '@holdfast/adaptive/statistics';
import { pathPattern } from '../classify/path-pattern.js';
import type { RunView } from '../compare/run-view.js';
import { count, percent } from '../report/phrases.js';
import type { Report, ReportFailure } from '../report/report.js';
import type { RuleResult } from './gate-result.js';
import type { FolderRule, PassRateRule } from './gate-settings.js';

const CONFIDENCE = 0.95;

interface Counted {
  readonly passed: number;
  readonly failed: number;
}

/** One pass rate against its target and its floor. */
export const passRateRule = (
  of: string | null,
  { passed, failed }: Counted,
  { target, floor }: PassRateRule,
  leastTests: number,
): RuleResult => {
  const total = passed + failed;
  const base = { rule: 'pass-rate', of, limit: floor };
  if (total === 0) {
    return { ...base, status: 'cannot-tell', figure: null, sentence: 'No test was executed' };
  }
  const rate = passed / total;
  const seen = `${percent(rate)} of ${count(total, 'test')} passed`;
  const bar = `target ${percent(target)}, floor ${percent(floor)}`;
  const { lower, upper } = wilsonInterval(passed, total, CONFIDENCE);
  if (total < leastTests && lower < floor && floor <= upper) {
    const enough = samplesToTell(rate, floor, CONFIDENCE);
    const more = enough === undefined ? '' : `; at this rate ${enough} would tell`;
    return {
      ...base,
      status: 'cannot-tell',
      figure: rate,
      sentence: `${seen} (${bar}), which are too few: the true rate lies between ${percent(lower)} and ${percent(upper)}${more}`,
    };
  }
  const status = rate >= target ? 'met' : rate >= floor ? 'acceptable' : 'missed';
  return { ...base, status, figure: rate, sentence: `${seen} (${bar})` };
};

/** Failures in quarantine for good reason: neither passed nor failed. */
export const isExcused = ({ quarantine, kind, flaky }: ReportFailure): boolean =>
  kind === 'test' && !flaky && quarantine !== undefined && !quarantine.expired;

/** Counts of the tests whose files match: by file where every test of the run is known, else by folder. */
const countsOf = (report: Report, view: RunView | undefined, matches: (path: string) => boolean): Counted => {
  if (view?.isComplete) {
    const statuses = [...view.tests.values()].flatMap(({ file, status }) => (matches(file) ? [status] : []));
    const failed = statuses.filter((status) => status === 'failed').length;
    return { passed: statuses.filter((status) => status !== 'skipped').length - failed, failed };
  }
  const inside = report.folders.filter(({ name }) => inFolder(name, matches));
  const sum = (pick: (rate: Counted) => number) => inside.reduce((total, rate) => total + pick(rate), 0);
  return { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed) };
};

const inFolder = (name: string, matches: (path: string) => boolean): boolean =>
  matches(name) || matches(`${name}/x`);

/** Pass rates of the whole suite and of the folders that have a rule of their own. */
export const passRateRules = (
  report: Report,
  whole: PassRateRule,
  folders: readonly FolderRule[],
  leastTests: number,
  view?: RunView,
): readonly RuleResult[] => {
  const { totals, failures } = report;
  const excused = failures.filter(isExcused);
  const all = passRateRule(
    null,
    { passed: totals.passed, failed: Math.max(0, totals.failed - excused.length) },
    whole,
    leastTests,
  );
  const parts = folders.map((rule) => {
    const matches = pathPattern(rule.path);
    const { passed, failed } = countsOf(report, view, matches);
    const off = excused.filter(({ file }) => file !== null && matches(file)).length;
    const counts = { passed, failed: Math.max(0, failed - off) };
    return passRateRule(rule.path, counts, rule, leastTests);
  });
  return [all, ...parts];
};
