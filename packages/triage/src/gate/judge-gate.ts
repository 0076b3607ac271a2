import { wilsonInterval } from '@holdfast/adaptive/statistics';
import { CATEGORIES } from '@holdfast/journal';
import type { RunView } from '../compare/run-view.js';
import type { KnownList } from '../correction/known-list.js';
import type { TestSummary } from '../history/test-summary.js';
import { count, cutShort, duration, percent } from '../report/phrases.js';
import type { Report, ReportFailure } from '../report/report.js';
import type { Excuse, GateResult, RuleResult, RuleStatus } from './gate-result.js';
import type { PassRateRule, ResolvedGateSettings } from './gate-settings.js';
import { isExcused, passRateRules } from './pass-rate-rules.js';

export interface GateInput {
  readonly report: Report;
  /** Pass rate of the environment that the report is of. */
  readonly passRate: PassRateRule;
  readonly settings: ResolvedGateSettings;
  readonly known: KnownList;
  /** What earlier runs say of every test; empty where no history is kept. */
  readonly summaries: readonly TestSummary[];
  /** The run of the report with all its tests, where the history has it. @default the report alone */
  readonly view?: RunView | undefined;
}

const CONFIDENCE = 0.95;

const atMost = (
  rule: string,
  of: string | null,
  figure: number,
  limit: number,
  sentence: string,
): RuleResult => ({
  rule,
  of,
  status: figure <= limit ? 'met' : 'missed',
  figure,
  limit,
  sentence,
});

const wholeRun = ({ run, totals, failures }: Report): readonly RuleResult[] => {
  const others = failures.filter(({ kind, flaky }) => kind !== 'test' && !flaky).length;
  const ran = atMost(
    'everything-ran',
    null,
    others,
    0,
    others === 0
      ? `All files and hooks ran, ${count(totals.passed + totals.failed, 'test')} in all`
      : `${count(others, 'failure')} beside the tests (files that did not load, hooks, workers, unhandled errors): tests may be missing from every figure`,
  );
  if (run.interrupted === null) return [ran];
  const cut: RuleResult = {
    rule: 'whole-run',
    of: null,
    status: 'cannot-tell',
    figure: null,
    limit: null,
    sentence: `The run was ${cutShort(run.interrupted)}: what it did not come to is not known`,
  };
  return [ran, cut];
};

const nameOf = ({
  project,
  file,
  title,
}: Pick<TestSummary, 'project' | 'title'> & { file: string | null }): string =>
  [project ?? '', file ?? '', ...title].join('\0');

/**
 * Tests that are known to come and go by their history, of those that have ten runs or more. Where that are fewer than the
 * run executed, all of those are counted, and what passed only on retry now is flaky too: a few tests that were
 * repeated alone are not the suite.
 */
const flakyShare = (
  { totals, failures }: Report,
  summaries: readonly TestSummary[],
  limit: number,
  leastTests: number,
): RuleResult => {
  const told = summaries.filter(({ steadiness }) => steadiness !== 'too-few-runs');
  const executed = totals.passed + totals.failed;
  const isByHistory = told.length >= executed;
  const known = told.filter(({ steadiness }) => steadiness === 'flaky').map(nameOf);
  const retried = failures.flatMap((row) => (row.flaky && row.kind === 'test' ? nameOf(row) : []));
  const flaky = isByHistory ? known.length : new Set([...known, ...retried]).size;
  const total = Math.max(told.length, executed);
  const base = { rule: 'flaky-share', of: null, limit };
  if (total === 0) return { ...base, status: 'cannot-tell', figure: null, sentence: 'No test was executed' };
  const share = flaky / total;
  const { lower, upper } = wilsonInterval(flaky, total, CONFIDENCE);
  const figures = `${percent(share)} (limit ${percent(limit)})`;
  const isSome = known.length > 0 ? ' or are known to come and go' : '';
  const rest =
    told.length === 0
      ? 'the history is too short to tell more'
      : `${total - told.length} have fewer than ten runs`;
  const sentence = isByHistory
    ? `${flaky} of ${count(total, 'test')} with ten runs or more ${flaky === 1 ? 'is' : 'are'} flaky, ${figures}`
    : `${flaky} of ${count(total, 'test')} passed only on retry in this run${isSome}, ${figures}; ${rest}`;
  const isTooFew = total < leastTests && lower <= limit && limit < upper;
  const status: RuleStatus = isTooFew ? 'cannot-tell' : share <= limit ? 'met' : 'missed';
  return { ...base, status, figure: share, sentence };
};

/** What nobody understands may be a bug, and counts as one. */
const isNewBug = ({ verdict, flaky, history, ...row }: ReportFailure): boolean =>
  (verdict.category === 'BUG' || verdict.category === 'UNKNOWN') &&
  !flaky &&
  (history?.sameFailure ?? 0) === 0 &&
  !isExcused({ ...row, verdict, flaky });

const newBugs = ({ failures }: Report, limit: number): RuleResult => {
  const incidents = new Set(failures.filter(isNewBug).map(({ incident }) => incident));
  return atMost(
    'new-bugs',
    null,
    incidents.size,
    limit,
    `${count(incidents.size, 'incident')} judged BUG or UNKNOWN that no earlier run had (limit ${limit})`,
  );
};

const incidentRules = (
  { incidents }: Report,
  limits: ResolvedGateSettings['incidents'],
): readonly RuleResult[] =>
  CATEGORIES.flatMap((category) => {
    const limit = limits[category];
    if (limit === undefined) return [];
    const found = incidents.filter((incident) => incident.category === category && !incident.flaky).length;
    return [
      atMost(
        'incidents',
        category,
        found,
        limit,
        `${count(found, 'incident')} of ${category} (limit ${limit})`,
      ),
    ];
  });

const quarantineRules = ({ failures }: Report, known: KnownList): readonly RuleResult[] => {
  const { quarantined, quarantineCap } = known;
  const expired = failures.filter(({ quarantine }) => quarantine?.expired === true).length;
  if (quarantined.length === 0) return [];
  return [
    atMost(
      'quarantine-cap',
      null,
      quarantined.length,
      quarantineCap,
      `${count(quarantined.length, 'test')} in quarantine (cap ${quarantineCap})`,
    ),
    ...(expired === 0
      ? []
      : [
          atMost(
            'quarantine-expired',
            null,
            expired,
            0,
            `${count(expired, 'failure')} in quarantine past the date: renew it with a reason, or mend the test`,
          ),
        ]),
  ];
};

const EXCUSABLE = ['ENVIRONMENT', 'CONFIGURATION'] as const;

const excusesOf = ({ failures }: Report): readonly Excuse[] => {
  const red = failures.filter(({ flaky }) => !flaky);
  const excuse = (
    kind: string,
    some: readonly ReportFailure[],
    counted: boolean,
    why: string,
  ): readonly Excuse[] =>
    some.length === 0
      ? []
      : [{ kind, failures: some.length, counted, sentence: `${count(some.length, 'failure')} ${why}` }];
  return [
    ...EXCUSABLE.flatMap((category) =>
      excuse(
        category,
        red.filter((row) => row.verdict.category === category && !isExcused(row)),
        true,
        `judged ${category}; counted all the same: a product that cannot be tested is not known to work`,
      ),
    ),
    ...excuse(
      'known flaky',
      red.filter((row) => row.history?.knownFlaky === true && !isExcused(row)),
      true,
      'of tests that are known to come and go; counted all the same',
    ),
    ...excuse(
      'quarantine',
      red.filter(isExcused),
      false,
      'in quarantine, with an owner and a date; not counted as passed or failed',
    ),
  ];
};

/** Judges a run by rules, each with its figure. A verdict never takes a failure off the count: excuses are listed. Pure. */
export const judgeGate = ({ report, passRate, settings, known, summaries, view }: GateInput): GateResult => {
  const { durationMs } = report.run;
  const rules: readonly RuleResult[] = [
    ...wholeRun(report),
    ...passRateRules(report, passRate, settings.folders, settings.leastTests, view),
    flakyShare(report, summaries, settings.flakyShare, settings.leastTests),
    newBugs(report, settings.newBugs),
    ...(settings.durationMs === null
      ? []
      : [
          atMost(
            'duration',
            null,
            durationMs,
            settings.durationMs,
            `The run took ${duration(durationMs)} (limit ${duration(settings.durationMs)})`,
          ),
        ]),
    ...incidentRules(report, settings.incidents),
    ...quarantineRules(report, known),
  ];
  const has = (status: RuleStatus): boolean => rules.some((rule) => rule.status === status);
  return {
    status: has('missed') ? 'red' : has('cannot-tell') ? 'cannot-tell' : 'green',
    rules,
    excuses: excusesOf(report),
  };
};
