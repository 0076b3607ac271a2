import { testName } from '../correction/apply-known.js';
import type { Failure } from '../failure.js';
import { groupIncidents } from '../incident/group-incidents.js';
import type { JudgedFailure } from '../incident/judged-failure.js';
import type { RunnerTotals, TestCounts } from '../outcome.js';
import { computeReport } from '../report/compute-report.js';
import { folderPassRates, passRates } from '../report/pass-rates.js';
import type { Report, ReportFailure, RunSummary, StaleQuarantine } from '../report/report.js';
import { stableId } from '../report/stable-id.js';
import { sumRates } from '../report/sum-rates.js';
import { countReasons } from '../session/skip-reasons.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const sumCounts = (reports: readonly Report[]): TestCounts => ({
  passed: sum(reports.map(({ totals }) => totals.passed)),
  failed: sum(reports.map(({ totals }) => totals.failed)),
  skipped: sum(reports.map(({ totals }) => totals.skipped)),
  todo: sum(reports.map(({ totals }) => totals.todo)),
});

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

interface Shards {
  readonly label: string | undefined;
  readonly gaps: readonly string[];
}

/** Which shard the whole is: none if all are there; else those that are, and a gap for those that are not. */
const joinShards = (runs: readonly RunSummary[]): Shards => {
  const labels = distinct(runs.flatMap(({ shard }) => shard ?? []));
  if (labels.length === 0) return { label: undefined, gaps: [] };
  const parts = labels.map((label) => label.split('/').map(Number));
  const counts = distinct(parts.map(([, count]) => String(count)));
  const count = Number(counts[0]);
  if (counts.length !== 1 || !Number.isInteger(count)) return { label: labels.join(', '), gaps: [] };
  const present = new Set(parts.map(([index]) => index));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (index) => !present.has(index),
  );
  if (missing.length === 0) return { label: undefined, gaps: [] };
  const names = missing.map((index) => `${index}/${count}`).join(', ');
  return {
    label: labels.join(', '),
    gaps: [
      `${missing.length === 1 ? 'Shard' : 'Shards'} ${names} ${missing.length === 1 ? 'is' : 'are'} not among the reports that were merged`,
    ],
  };
};

const joinRuns = (
  runs: readonly [RunSummary, ...RunSummary[]],
  shard: string | undefined,
  isWhole: boolean,
): RunSummary => {
  const [first] = runs;
  const starts = runs.map(({ startedAt }) => Date.parse(startedAt));
  const ends = runs.map(({ durationMs }, index) => (starts[index] ?? 0) + durationMs);
  const startedAt = Math.min(...starts);
  const runners = distinct(runs.map(({ runner }) => runner.name));
  const versions = distinct(runs.map(({ runner }) => runner.version));
  const seeds = distinct(runs.flatMap(({ seed }) => (seed === undefined ? [] : String(seed))));
  const { shard: _, seed, ...rest } = first;
  return {
    ...rest,
    id: stableId(runs.map(({ id }) => id).join('\n')),
    runner: { name: runners.join(', '), version: versions.join(', ') },
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.max(...ends) - startedAt,
    environment: distinct(runs.map(({ environment }) => environment)).join(', '),
    ci: distinct(runs.flatMap(({ ci }) => ci ?? [])).join(', ') || null,
    interrupted:
      runs.map(({ interrupted }) => interrupted).find((reason) => reason !== null) ??
      (isWhole ? null : 'other'),
    ...(shard === undefined ? {} : { shard }),
    ...(seeds.length === 1 && seed !== undefined ? { seed } : {}),
  };
};

/** What one of several runs is called in a sentence. */
const runLabel = ({ runner, environment, shard }: RunSummary): string =>
  [`${runner.name} ${runner.version}`, environment, ...(shard === undefined ? [] : [`shard ${shard}`])].join(
    ', ',
  );

const failureOf = (row: ReportFailure): Failure => ({
  kind: row.kind,
  title: row.title,
  ...(row.file === null ? {} : { file: row.file }),
  ...(row.line === null ? {} : { line: row.line }),
  ...(row.column === null ? {} : { column: row.column }),
  ...(row.project === null ? {} : { project: row.project }),
  attempts: row.attempts,
  flaky: row.flaky,
  ...(row.tags.length === 0 ? {} : { tags: row.tags }),
  ...(row.evidence.length === 0 ? {} : { evidence: row.evidence }),
});

const judgedOf = (row: ReportFailure): JudgedFailure => ({
  id: row.id,
  failure: failureOf(row),
  verdict: row.verdict,
  fingerprint: row.fingerprint,
  ...(row.history?.knownFlaky === true ? { knownFlaky: true } : {}),
});

/** The same test may have failed in several runs: each is a row of its own. */
const withOwnIds = (reports: readonly Report[]): readonly ReportFailure[] => {
  const taken = new Set<string>();
  return reports.flatMap(({ run, failures }) =>
    failures.map((row) => {
      let { id } = row;
      for (let number = 0; taken.has(id); number += 1)
        id = `f-${stableId(`${row.id}\0${run.id}\0${number}`)}`;
      taken.add(id);
      return id === row.id ? row : { ...row, id };
    }),
  );
};

const compare = (left: string | number, right: string | number): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** All runs are of one list; what failed in one of them is not fixed. */
const joinStale = (reports: readonly Report[]): readonly StaleQuarantine[] => {
  const byTest = new Map<string, StaleQuarantine>();
  const stale = reports.flatMap(({ staleQuarantine = [] }) => staleQuarantine);
  for (const one of stale) {
    const known = byTest.get(one.test);
    if (known === undefined || known.state === 'fixed') byTest.set(one.test, one);
  }
  return [...byTest.values()].filter(
    ({ test, state }) =>
      state === 'expired' ||
      reports.every(({ failures }) =>
        failures.every((row) => row.quarantine === undefined || testName(row) !== test),
      ),
  );
};

/**
 * One report of several runs: shards, runners, machines. Totals are the sums; incidents are grouped anew, so that one
 * dead database is one incident over all shards. A run that comes twice counts once. Where a part is missing, the whole
 * is a run that was cut short: nobody knows what the part came to. Pure.
 * @param reports not empty
 * @param unread a sentence for each report that was to be among them and cannot be read
 */
export const mergeReports = (
  reports: readonly [Report, ...Report[]],
  unread: readonly string[] = [],
): Report => {
  const byId = new Map(reports.map((report) => [report.run.id, report]));
  const all = [...byId.values()] as unknown as [Report, ...Report[]];
  const twice = reports.length - all.length;
  const runs = all.map(({ run }) => run) as [RunSummary, ...RunSummary[]];
  const shards = joinShards(runs);
  const missing = [...unread.map((problem) => `Left out of the joined report: ${problem}`), ...shards.gaps];
  if (all.length === 1 && twice === 0 && missing.length === 0) return all[0];
  const rows = withOwnIds(all);
  const { incidents, incidentOf } = groupIncidents(rows.map(judgedOf));
  const failures = rows
    .map((row) => ({ ...row, incident: incidentOf.get(row.id) ?? row.incident }))
    .sort(
      (left, right) =>
        compare(left.file ?? '', right.file ?? '') ||
        compare(left.line ?? 0, right.line ?? 0) ||
        compare(left.id, right.id),
    );
  const tests = sumCounts(all);
  const totals: RunnerTotals = {
    tests,
    files: {
      passed: sum(all.map(({ totals: { files } }) => files.passed)),
      failed: sum(all.map(({ totals: { files } }) => files.failed)),
      skipped: sum(all.map(({ totals: { files } }) => files.skipped)),
    },
    failed: tests.failed > 0 || rows.some(({ flaky }) => !flaky),
  };
  return computeReport({
    run: joinRuns(runs, shards.label, missing.length === 0),
    totals,
    incidents,
    failures,
    folders: folderPassRates(sumRates(all.flatMap(({ folders }) => folders))),
    areas: passRates(sumRates(all.flatMap(({ areas }) => areas))),
    tests: all.every(({ tests: listed }) => listed !== undefined)
      ? all.flatMap(({ tests: listed = [] }) => listed)
      : undefined,
    leftBehind: all.flatMap(({ leftBehind = [] }) => leftBehind),
    skips: countReasons(
      all.flatMap(({ skips = [] }) => skips.map(({ reason, tests }) => [reason, tests] as const)),
    ),
    staleQuarantine: joinStale(all),
    gaps: [
      ...missing,
      ...(twice === 0
        ? []
        : [
            `${twice} of the reports ${twice === 1 ? 'was' : 'were'} of a run that another one told of; each run counts once`,
          ]),
      ...all.flatMap(({ run, gaps }) =>
        gaps.map((gap) => (all.length === 1 ? gap : `${runLabel(run)}: ${gap}`)),
      ),
    ],
  });
};
