import type { Category, Cause } from '@holdfast/journal';
import type { FailureKind } from '../failure.js';
import type { History, HistoryRun } from '../history/history-run.js';
import { durationLevel, durationOfLevel, statusOf } from '../history/outcome-code.js';
import type { Report } from '../report/report.js';

/** One test as one run saw it. */
export interface SeenTest {
  readonly project: string | null;
  readonly file: string;
  readonly title: readonly string[];
  readonly status: 'passed' | 'failed' | 'flaky' | 'skipped';
  readonly durationMs?: number;
  readonly verdict?: { readonly category: Category; readonly cause: Cause; readonly fingerprint: string };
}

/** A failure that is no test: a file that did not load, a hook, a worker. */
export interface SeenOther {
  readonly kind: FailureKind;
  /** Null where the run does not say which file it is of. */
  readonly file: string | null;
  readonly category: Category;
  readonly cause: Cause;
  readonly fingerprint: string;
}

/** One run as far as two runs are compared. */
export interface RunView {
  readonly id: string;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly environment: string;
  /** By key of the test. */
  readonly tests: ReadonlyMap<string, SeenTest>;
  /** False where only failed and flaky tests are listed: of all others it is not known whether they were there. */
  readonly isComplete: boolean;
  readonly totals: { readonly passed: number; readonly failed: number };
  readonly folders: readonly { readonly name: string; readonly passed: number; readonly failed: number }[];
  /** Failures that are no test: where there are some, tests may not have run. */
  readonly others: readonly SeenOther[];
  /** True for a run that was cut short: what it did not come to is not known. */
  readonly isCut: boolean;
  /** All failures by category, tests and others. */
  readonly categories: ReadonlyMap<Category, number>;
}

export const seenKey = (
  project: string | null | undefined,
  file: string,
  title: readonly string[],
  occurrence: number,
): string => `${project ?? ''}\0${file}\0${title.join('\0')}\0${occurrence}`;

const folderOf = (file: string): string => {
  const end = file.lastIndexOf('/');
  return end < 0 ? '.' : file.slice(0, end);
};

const countBy = <T>(values: readonly T[]): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/** Numbers tests of one file and title in their order. */
const numbering = (): ((text: string) => number) => {
  const seen = new Map<string, number>();
  return (text) => {
    const number = seen.get(text) ?? 0;
    seen.set(text, number + 1);
    return number;
  };
};

/** A run as the history keeps it: every test of it. */
export const viewOfRun = (run: HistoryRun, { tables }: Pick<History, 'tables'>): RunView => {
  const tests = new Map<string, SeenTest>();
  const folders = new Map<string, { passed: number; failed: number }>();
  const verdicts = new Map(run.failures.map((failure) => [`${failure.file} ${failure.test}`, failure]));
  const next = numbering();
  run.files.forEach(({ table: id, outcomes }, fileIndex) => {
    const table = tables.get(id);
    if (table === undefined) return;
    const { file, project = null } = table;
    const count = folders.get(folderOf(file)) ?? { passed: 0, failed: 0 };
    folders.set(folderOf(file), count);
    table.tests.forEach((title, index) => {
      const code = outcomes.charCodeAt(index);
      const status = statusOf(code);
      if (status === undefined) return;
      if (status === 'failed') count.failed += 1;
      else if (status !== 'skipped') count.passed += 1;
      const level = durationLevel(code);
      const verdict = verdicts.get(`${fileIndex} ${index}`);
      const occurrence = next(`${project ?? ''}\0${file}\0${title.join('\0')}`);
      tests.set(seenKey(project, file, title, occurrence), {
        project,
        file,
        title,
        status,
        ...(level < 0 ? {} : { durationMs: durationOfLevel(level) }),
        ...(verdict === undefined ? {} : { verdict }),
      });
    });
  });
  const all = [...folders.values()];
  return {
    id: run.id,
    startedAt: run.startedAt,
    durationMs: run.durationMs,
    environment: run.environment,
    tests,
    isComplete: true,
    totals: {
      passed: all.reduce((sum, { passed }) => sum + passed, 0),
      failed: all.reduce((sum, { failed }) => sum + failed, 0),
    },
    folders: [...folders].map(([name, count]) => ({ name, ...count })),
    others: run.others.map(({ kind, path, category, cause, fingerprint }) => ({
      kind,
      file: path,
      category,
      cause,
      fingerprint,
    })),
    isCut: run.interrupted !== undefined,
    categories: countBy([...run.failures, ...run.others].map(({ category }) => category)),
  };
};

/** A run as its report tells it: of the tests that passed it has the number alone. */
export const viewOfReport = ({ run, totals, folders, failures }: Report): RunView => {
  const next = numbering();
  const rows = failures.filter(({ kind }) => kind === 'test');
  const tests = new Map(
    rows.map((row): [string, SeenTest] => {
      const { project, file, title, flaky, verdict, fingerprint } = row;
      const { category, cause } = verdict;
      const occurrence = next(`${project ?? ''}\0${file ?? ''}\0${title.join('\0')}`);
      return [
        seenKey(project, file ?? '', title, occurrence),
        {
          project,
          file: file ?? '',
          title,
          status: flaky ? 'flaky' : 'failed',
          verdict: { category, cause, fingerprint },
        },
      ];
    }),
  );
  return {
    id: run.id,
    startedAt: Date.parse(run.startedAt),
    durationMs: run.durationMs,
    environment: run.environment,
    tests,
    isComplete: false,
    totals: { passed: totals.passed, failed: totals.failed },
    folders: folders.map(({ name, passed, failed }) => ({ name, passed, failed })),
    others: failures.flatMap(({ kind, file, flaky, verdict, fingerprint }) =>
      kind === 'test' || flaky
        ? []
        : [{ kind, file, category: verdict.category, cause: verdict.cause, fingerprint }],
    ),
    isCut: run.interrupted !== null,
    categories: countBy(failures.map(({ verdict }) => verdict.category)),
  };
};
