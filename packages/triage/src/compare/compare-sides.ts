import { rateDifference } from '@holdfast/adaptive/statistics';
import { CATEGORIES } from '@holdfast/journal';
import { sumRates } from '../report/sum-rates.js';
import { compareDurations, LEAST_TIMED_RUNS } from './compare-durations.js';
import type {
  ComparedRate,
  ComparedTest,
  ComparedVerdict,
  Comparison,
  FixedTest,
  NewlyFailing,
  SideSummary,
  StillFailing,
} from './comparison.js';
import type { RunView, SeenOther, SeenTest } from './run-view.js';

/** One or several runs under one name: a report, a commit, a branch. */
export interface Side {
  readonly label: string;
  /** Not empty; the oldest first. */
  readonly runs: readonly RunView[];
}

const CONFIDENCE = 0.95;

/** One test over the runs of a side. */
interface Course {
  /** As the latest run that executed or skipped it saw it. */
  readonly latest: SeenTest;
  readonly passed: number;
  readonly failed: number;
  readonly retried: number;
  readonly durations: readonly number[];
  readonly fingerprints: ReadonlySet<string>;
}

const coursesOf = ({ runs }: Side): ReadonlyMap<string, Course> => {
  const seen = new Map<string, SeenTest[]>();
  for (const { tests } of runs) {
    for (const [key, test] of tests) {
      const list = seen.get(key);
      if (list === undefined) seen.set(key, [test]);
      else list.push(test);
    }
  }
  return new Map(
    [...seen].map(([key, list]) => {
      const latest = list.at(-1) as SeenTest;
      const of = (status: SeenTest['status']): number => list.filter((test) => test.status === status).length;
      return [
        key,
        {
          latest,
          passed: of('passed') + of('flaky'),
          failed: of('failed'),
          retried: of('flaky'),
          durations: list.flatMap(({ durationMs }) => durationMs ?? []),
          fingerprints: new Set(list.flatMap(({ verdict }) => verdict?.fingerprint ?? [])),
        },
      ];
    }),
  );
};

const nameOf = ({ project, file, title }: SeenTest): ComparedTest => ({ project, file, title });

const verdictOf = (test: SeenTest | undefined): ComparedVerdict | null =>
  test?.verdict === undefined ? null : { category: test.verdict.category, cause: test.verdict.cause };

/** Came and went: passed on retry, or both passed and failed over the runs without ending as it is for good. */
const isFlaky = ({ passed, failed, retried }: Course): boolean =>
  retried > 0 || (passed > 0 && failed > 1) || (passed > 1 && failed > 0);

const isFailing = (course: Course | undefined): course is Course => course?.latest.status === 'failed';

const sameFailure = (before: Course, after: Course): boolean | null => {
  if (before.fingerprints.size === 0 || after.latest.verdict === undefined) return null;
  return before.fingerprints.has(after.latest.verdict.fingerprint);
};

const summaryOf = ({ label, runs }: Side): SideSummary => {
  const latest = runs.at(-1) as RunView;
  const sum = (pick: (run: RunView) => number): number => runs.reduce((total, run) => total + pick(run), 0);
  return {
    label,
    runs: runs.length,
    latest: new Date(latest.startedAt).toISOString(),
    passed: sum(({ totals }) => totals.passed),
    failed: sum(({ totals }) => totals.failed),
    otherFailures: sum(({ others }) => others.length),
    durationMs: latest.durationMs,
  };
};

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const comparedRate = (name: string, before: Counts, after: Counts): ComparedRate => {
  const tally = ({ passed, failed }: Counts) => ({ passed, total: passed + failed });
  const [left, right] = [tally(before), tally(after)];
  return {
    name,
    before: left,
    after: right,
    difference: rateDifference(
      { successes: left.passed, total: left.total },
      { successes: right.passed, total: right.total },
      CONFIDENCE,
    ),
  };
};

const foldersOf = ({ runs }: Side): ReadonlyMap<string, Counts> =>
  sumRates(runs.flatMap(({ folders }) => folders));

const comparedFolders = (before: Side, after: Side): readonly ComparedRate[] => {
  const [left, right] = [foldersOf(before), foldersOf(after)];
  const none = { passed: 0, failed: 0 };
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((name) => comparedRate(name, left.get(name) ?? none, right.get(name) ?? none))
    .sort(
      (one, other) =>
        one.difference.difference - other.difference.difference || (one.name < other.name ? -1 : 1),
    );
};

const notesOf = (before: Side, after: Side, timed: number): readonly string[] => {
  const notes: string[] = [];
  const partial = [before, after].filter(({ runs }) => runs.some(({ isComplete }) => !isComplete));
  if (partial.length > 0) {
    notes.push(
      `${partial.map(({ label }) => label).join(' and ')}: only a report is known, which does not list passed tests; a test that is not among its failures may have passed, been skipped or not been there`,
    );
  }
  if (timed === 0) {
    notes.push(
      `Durations are not compared: that takes ${LEAST_TIMED_RUNS} runs of a test on each side, and there are ${before.runs.length} and ${after.runs.length}`,
    );
  }
  const environments = new Set([...before.runs, ...after.runs].map(({ environment }) => environment));
  if (environments.size > 1)
    notes.push(`The runs come from several environments: ${[...environments].join(', ')}`);
  return notes;
};

/** The same thing broken: by file, or where no file is known by how it failed. */
const brokenKey = ({ kind, file, fingerprint }: SeenOther): string =>
  `${kind}\0${file ?? `\0${fingerprint}`}`;

const newlyBrokenIn = (after: RunView | undefined, before: RunView | undefined): readonly SeenOther[] => {
  const known = new Set(before?.others.map(brokenKey));
  return after?.others.filter((other) => !known.has(brokenKey(other))) ?? [];
};

/** Compares two sides test by test. Pure. The latest run of a side says how a test stands; all of them say how steady it is. */
export const compareSides = (before: Side, after: Side): Comparison => {
  const [left, right] = [coursesOf(before), coursesOf(after)];
  const knowsAllBefore = before.runs.every(({ isComplete }) => isComplete);
  const latestAfter = after.runs.at(-1);
  // What a report does not list passed, unless something kept tests from running.
  const passesUnlisted =
    latestAfter?.isComplete === false && latestAfter.others.length === 0 && !latestAfter.isCut;
  const newlyFailing: NewlyFailing[] = [];
  const stillFailing: StillFailing[] = [];
  const fixed: FixedTest[] = [];
  const gone: ComparedTest[] = [];
  for (const [key, course] of right) {
    if (!isFailing(course)) continue;
    const earlier = left.get(key);
    const test = nameOf(course.latest);
    if (isFailing(earlier)) {
      stillFailing.push({
        ...test,
        before: verdictOf(earlier.latest),
        after: verdictOf(course.latest),
        sameFailure: sameFailure(earlier, course),
      });
    } else {
      const isNew = earlier !== undefined ? false : knowsAllBefore ? true : null;
      newlyFailing.push({ ...test, verdict: verdictOf(course.latest), isNew });
    }
  }
  for (const [key, course] of left) {
    if (!isFailing(course) || isFailing(right.get(key))) continue;
    const later = right.get(key);
    const test = nameOf(course.latest);
    // A shard or a filtered run may come last: any run of the side that executed the test counts.
    const seenToPass = later !== undefined && later.latest.status !== 'skipped';
    if (seenToPass || (later === undefined && passesUnlisted))
      fixed.push({ ...test, verdict: verdictOf(course.latest), seenToPass });
    else gone.push(test);
  }
  const flakyIn = (
    one: ReadonlyMap<string, Course>,
    other: ReadonlyMap<string, Course>,
  ): readonly ComparedTest[] =>
    [...one].flatMap(([key, course]) => {
      const counterpart = other.get(key);
      return isFlaky(course) && !(counterpart !== undefined && isFlaky(counterpart))
        ? [nameOf(course.latest)]
        : [];
    });
  const durations = compareDurations(
    [...left].flatMap(([key, course]) => {
      const later = right.get(key);
      return later === undefined
        ? []
        : [{ test: nameOf(course.latest), before: course.durations, after: later.durations }];
    }),
  );
  const [beforeSummary, afterSummary] = [summaryOf(before), summaryOf(after)];
  return {
    before: beforeSummary,
    after: afterSummary,
    newlyFailing,
    newlyBroken: newlyBrokenIn(latestAfter, before.runs.at(-1)),
    fixed,
    stillFailing,
    gone,
    flakyBefore: flakyIn(left, right),
    flakyAfter: flakyIn(right, left),
    ...durations,
    passRate: comparedRate('all', beforeSummary, afterSummary),
    folders: comparedFolders(before, after),
    categories: CATEGORIES.map((category) => ({
      category,
      before: before.runs.at(-1)?.categories.get(category) ?? 0,
      after: latestAfter?.categories.get(category) ?? 0,
    })).filter((row) => row.before + row.after > 0),
    progress: { fixed: fixed.length, of: fixed.length + stillFailing.length + gone.length },
    notes: notesOf(before, after, durations.timed),
  };
};
