import type { RecordedError, RecordedFile, RecordedTest, RecordedWorker } from '@holdfast/journal';
import type { FileOutcome, RunError, RunnerTotals } from '../outcome.js';
import type { JoinContext } from './join-test.js';
import type { LocatedFailure } from './located-failure.js';
import { charge, enrich, type LooseError, toLocated } from './loose-error.js';
import { isSameError } from './same-error.js';

export interface LooseInput {
  /** Files with failed tests or errors. */
  readonly files: readonly FileOutcome[];
  readonly runErrors: readonly RunError[];
  readonly totals: RunnerTotals;
  /** The projects in which the runner told how this file ended, one for each time; undefined where it named none. */
  readonly endsOf: (path: string) => readonly (string | undefined)[];
}

export interface LooseJoin {
  readonly failures: readonly LocatedFailure[];
  readonly gaps: readonly string[];
}

const nameOf = ({ title }: { readonly title: readonly string[] }): string => title.join(' > ') || 'a test';

const fromFiles = (files: readonly FileOutcome[]): LooseError[] =>
  files.flatMap((file) =>
    file.errors.map(
      (told): LooseError => ({
        kind: told.kind,
        phase: told.phase,
        error: told.error,
        path: file.path,
        project: file.project,
        title: told.title ?? [],
        fromFile: true,
        matchedByRun: false,
        matchedByJournal: false,
        evidence: [],
      }),
    ),
  );

const isTwin = (loose: LooseError, told: RunError): boolean => {
  if (loose.matchedByRun || !loose.fromFile) return false;
  if (told.path !== undefined && loose.path !== told.path) return false;
  if (told.kind === 'worker' && loose.kind === 'worker' && told.path !== undefined) return true;
  return isSameError(loose.error, told.error);
};

/** A runner that tells an error beside the file and again beside the run means one error. */
const addRunErrors = (all: LooseError[], runErrors: readonly RunError[]): void => {
  for (const told of runErrors) {
    const twin = all.find((loose) => isTwin(loose, told));
    if (twin !== undefined) {
      twin.matchedByRun = true;
      if (twin.title.length === 0) twin.title = told.title ?? [];
      continue;
    }
    all.push({
      kind: told.kind,
      phase: told.phase,
      error: told.error,
      path: told.path,
      project: told.project,
      title: told.title ?? [],
      fromFile: false,
      matchedByRun: true,
      matchedByJournal: false,
      evidence: told.origin === undefined ? [] : [{ name: 'error.unhandled', data: { origin: told.origin } }],
    });
  }
};

/** What a runner that charges an error to tests has told already. */
const isToldByTest = (files: readonly FileOutcome[], path: string, recorded: RecordedError): boolean =>
  files.some(
    (file) =>
      file.path === path &&
      file.tests.some(({ errors }) => errors.some((error) => isSameError(error, recorded.error))),
  );

interface Owner {
  readonly path: string;
  readonly project: string | undefined;
  readonly title: readonly string[];
}

class LooseJoiner {
  readonly #all: LooseError[];
  readonly #input: LooseInput;
  readonly #context: JoinContext;
  readonly #gaps: string[] = [];
  readonly #claimed = new Set<RecordedTest>();

  constructor(input: LooseInput, context: JoinContext) {
    this.#input = input;
    this.#context = context;
    this.#all = fromFiles(input.files);
    addRunErrors(this.#all, input.runErrors);
  }

  join(): LooseJoin {
    const { workers } = this.#context.journal.digest;
    for (const worker of workers) this.#takeErrors(worker);
    this.#chargeWorkers(workers);
    for (const worker of workers) this.#takeUnclaimed(worker);
    return { failures: this.#all.map((loose) => toLocated(loose, this.#context)), gaps: this.#gaps };
  }

  #takeErrors(worker: RecordedWorker): void {
    for (const test of worker.tests) {
      const late = test.attempts.flatMap(({ errors }) => errors).filter(({ phase }) => phase === 'after-end');
      for (const recorded of late) this.#takeError(recorded, { ...test, project: test.project });
    }
    for (const file of worker.files) {
      for (const recorded of file.errors) {
        const { path, project } = file;
        this.#takeError(recorded, { path, project, title: recorded.title ?? [] });
      }
    }
    for (const recorded of worker.errors)
      this.#takeError(recorded, { path: '', project: undefined, title: [] });
  }

  #takeError(recorded: RecordedError, owner: Owner): void {
    const twin = this.#all.find(
      (loose) =>
        !loose.matchedByJournal &&
        (loose.path === undefined || owner.path === '' || loose.path === owner.path) &&
        isSameError(loose.error, recorded.error),
    );
    if (twin !== undefined) {
      enrich(twin, recorded);
      if (owner.title.length > 0) twin.title = owner.title;
      else if (twin.title.length === 0) twin.title = recorded.title ?? [];
      if (owner.path !== '') twin.path ??= owner.path;
      twin.project ??= owner.project;
      return;
    }
    if (recorded.phase !== 'after-end' || isToldByTest(this.#input.files, owner.path, recorded)) return;
    if (!this.#input.totals.failed) {
      const place = owner.title.length > 0 ? nameOf(owner) : this.#context.relative(owner.path);
      this.#gaps.push(
        `An error came after the end of ${place}, and the runner did not count it: ${recorded.error.message}`,
      );
      return;
    }
    const loose: LooseError = {
      kind: 'unhandled',
      phase: 'after-end',
      error: recorded.error,
      path: owner.path === '' ? undefined : owner.path,
      project: owner.project,
      title: owner.title,
      fromFile: false,
      matchedByRun: false,
      matchedByJournal: false,
      evidence: [],
    };
    enrich(loose, recorded);
    this.#all.push(loose);
  }

  #chargeWorkers(workers: readonly RecordedWorker[]): void {
    for (const loose of this.#all) {
      if (loose.kind !== 'worker') continue;
      const open = this.#openFor(loose, workers);
      for (const test of open) this.#claimed.add(test);
      charge(loose, open);
      if (open.length === 0) this.#chargeFile(loose, workers);
    }
  }

  #openFor(loose: LooseError, workers: readonly RecordedWorker[]): readonly RecordedTest[] {
    const free = (test: RecordedTest): boolean => test.openAtEnd && !this.#claimed.has(test);
    if (loose.path !== undefined) {
      return this.#context.journal.openTests(loose.path, loose.project).filter(free);
    }
    for (const worker of workers) {
      const open = worker.tests.filter((test) => free(test) && !this.#isFinished(test));
      if (open.length > 0) return open.sort((left, right) => right.startedAt - left.startedAt);
    }
    return [];
  }

  /** Whether the runner told how the file ended, in this project where several have it. */
  #isFinished({ path, project }: { readonly path: string; readonly project?: string }): boolean {
    const ends = this.#input.endsOf(path);
    if (project !== undefined && ends.some((ended) => ended !== undefined)) return ends.includes(project);
    // Not every runner tells its workers of projects: then each start wants an end.
    return ends.length > 0 && ends.length >= this.#context.journal.filesOf(path, undefined).length;
  }

  /** No test was open: the worker died while the file loaded or between tests. */
  #chargeFile(loose: LooseError, workers: readonly RecordedWorker[]): void {
    if (loose.path !== undefined) return;
    const open = (file: RecordedFile): boolean => file.openAtEnd && !this.#isFinished(file);
    const file = workers.flatMap(({ files }) => files).find(open);
    loose.path = file?.path;
    loose.project = file?.project;
  }

  /** Tests that were open in a worker of whose end the runner told nothing. */
  #takeUnclaimed(worker: RecordedWorker): void {
    const { totals } = this.#input;
    const open = worker.tests.filter(
      (test) => test.openAtEnd && !this.#claimed.has(test) && test.path !== '' && !this.#isFinished(test),
    );
    if (open.length === 0) return;
    const names = open.map(nameOf).join(', ');
    if (totals.interrupted !== undefined) {
      this.#gaps.push(`The run was cut short while this ran: ${names}`);
    } else if (!totals.failed) {
      this.#gaps.push(`A worker ended while this ran, and the runner counts no failure: ${names}`);
    } else {
      const [latest] = open.sort((left, right) => right.startedAt - left.startedAt);
      const loose: LooseError = {
        kind: 'worker',
        phase: 'worker',
        error: { message: 'The worker ended while this test ran, and the runner told no reason.' },
        path: latest?.path,
        project: latest?.project,
        title: [],
        fromFile: false,
        matchedByRun: false,
        matchedByJournal: true,
        evidence: [],
      };
      charge(loose, open);
      this.#all.push(loose);
    }
  }
}

/** Rows for all that failed and is no test: each error once, whoever told it. */
export const joinLooseErrors = (input: LooseInput, context: JoinContext): LooseJoin =>
  new LooseJoiner(input, context).join();
