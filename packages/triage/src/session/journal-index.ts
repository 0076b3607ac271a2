import type { ErrorSnapshot, JournalDigest, RecordedFile, RecordedTest } from '@holdfast/journal';
import { isSameError } from './same-error.js';

/** Answers what the journals know about a test or a file. */
export interface JournalIndex {
  readonly digest: JournalDigest;
  findTest(wanted: WantedTest): RecordedTest | undefined;
  /** Executions of a test file, in the order of the workers. */
  filesOf(path: string, project: string | undefined): readonly RecordedFile[];
  /** Tests that ran when their worker ended, the latest start first. */
  openTests(path: string, project: string | undefined): readonly RecordedTest[];
}

export interface WantedTest {
  readonly path: string;
  readonly project: string | undefined;
  readonly id: string | undefined;
  readonly title: readonly string[];
  readonly occurrence: number;
  /** Where the runner's errors stand, which tell executions in several projects apart. */
  readonly outcome: { readonly errors: readonly ErrorSnapshot[] };
}

const titleKey = (path: string, title: readonly string[], occurrence: number): string =>
  `${path}\0${title.join('\0')}\0${occurrence}`;

const add = <T>(map: Map<string, T[]>, key: string, item: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
};

/** A record without project fits every project: not every runner tells its workers. */
const fits = (recorded: { readonly project?: string }, project: string | undefined): boolean =>
  recorded.project === undefined || project === undefined || recorded.project === project;

const endsWith = (test: RecordedTest, errors: readonly ErrorSnapshot[]): boolean => {
  const told = test.attempts.at(-1)?.errors ?? [];
  return told.some(({ error }) => errors.some((other) => isSameError(error, other)));
};

const latest = (tests: readonly RecordedTest[] | undefined, wanted: WantedTest): RecordedTest | undefined => {
  const only = tests?.[0];
  if (tests === undefined || only === undefined) return undefined;
  if (tests.length === 1) return fits(only, wanted.project) ? only : undefined;
  const fitting = tests.filter((test) => fits(test, wanted.project));
  const exact = fitting.filter((test) => test.project === wanted.project);
  const close = exact.length > 0 ? exact : fitting;
  const same = close.filter((test) => endsWith(test, wanted.outcome.errors));
  const chosen = same.length > 0 ? same : close;
  return chosen.reduce<RecordedTest | undefined>(
    (best, test) => (best === undefined || test.startedAt >= best.startedAt ? test : best),
    undefined,
  );
};

/** Files the digest's tests under path and title, once for all look-ups. */
export const indexJournal = (digest: JournalDigest): JournalIndex => {
  const byTitle = new Map<string, RecordedTest[]>();
  const byId = new Map<string, RecordedTest[]>();
  const open = new Map<string, RecordedTest[]>();
  const files = new Map<string, RecordedFile[]>();
  for (const worker of digest.workers) {
    for (const file of worker.files) add(files, file.path, file);
    for (const test of worker.tests) {
      add(byTitle, titleKey(test.path, test.title, test.occurrence), test);
      if (test.id !== undefined) add(byId, `${test.path}\0${test.id}`, test);
      if (test.openAtEnd) add(open, test.path, test);
    }
  }
  return {
    digest,
    findTest: (wanted) => {
      const { path, id, title, occurrence } = wanted;
      const named = id === undefined ? undefined : latest(byId.get(`${path}\0${id}`), wanted);
      return named ?? latest(byTitle.get(titleKey(path, title, occurrence)), wanted);
    },
    filesOf: (path, project) => (files.get(path) ?? []).filter((file) => fits(file, project)),
    openTests: (path, project) =>
      (open.get(path) ?? [])
        .filter((test) => fits(test, project))
        .sort((left, right) => right.startedAt - left.startedAt),
  };
};
