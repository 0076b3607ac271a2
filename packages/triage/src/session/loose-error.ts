import type { ErrorSnapshot, MachineFacts, Phase, RecordedError, RecordedTest } from '@holdfast/journal';
import type { Evidence, FailureKind } from '../failure.js';
import type { JoinContext } from './join-test.js';
import type { LocatedFailure } from './located-failure.js';

/** An error that is no test's own, on its way to become a row. */
export interface LooseError {
  kind: Exclude<FailureKind, 'test'>;
  phase: Phase;
  error: ErrorSnapshot;
  path: string | undefined;
  project: string | undefined;
  title: readonly string[];
  /** The runner told it beside a file. */
  readonly fromFile: boolean;
  /** Another source told of it too; a second error of that source is another error. */
  matchedByRun: boolean;
  matchedByJournal: boolean;
  durationMs?: number | undefined;
  limitMs?: number | undefined;
  machine?: MachineFacts | undefined;
  evidence: readonly Evidence[];
}

const HOOKS: readonly Phase[] = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'];

/** A runner that gives errors of hooks and unhandled ones in one list can only guess which is which. */
const settleKind = (loose: LooseError, { phase }: RecordedError): void => {
  if (loose.kind !== 'hook' && loose.kind !== 'unhandled') return;
  loose.kind = HOOKS.includes(phase) ? 'hook' : 'unhandled';
  loose.phase = phase;
};

/** The last moment that a date can hold, in milliseconds since the Unix epoch. */
const LATEST = 8.64e15;

/** Takes over what the journal knows better. */
export const enrich = (loose: LooseError, recorded: RecordedError): void => {
  loose.matchedByJournal = true;
  settleKind(loose, recorded);
  const isRicher = recorded.error.stack !== undefined || loose.error.stack === undefined;
  if (isRicher) loose.error = recorded.error;
  loose.durationMs ??= recorded.durationMs;
  loose.limitMs ??= recorded.limitMs;
  loose.machine ??= recorded.machine;
};

/** Lays a worker's end at the door of the test that ran then. */
export const charge = (loose: LooseError, open: readonly RecordedTest[]): void => {
  const test = open[0];
  if (test === undefined) return;
  loose.title = test.title;
  loose.path ??= test.path;
  loose.project ??= test.project;
  const others = open.slice(1, 6).map(({ title }) => title.join(' > '));
  const data = {
    test: test.title.join(' > '),
    ...(Math.abs(test.startedAt) < LATEST ? { since: new Date(test.startedAt).toISOString() } : {}),
    ...(others.length === 0 ? {} : { alsoRunning: others }),
  };
  const own = test.evidence.map(({ name, data: fact }) => ({ name, data: fact }));
  loose.evidence = [...own, { name: 'worker.open-test', data }];
};

export const toLocated = (loose: LooseError, context: JoinContext): LocatedFailure => {
  const { kind, phase, error, path, project, title, durationMs, limitMs, machine, evidence } = loose;
  return {
    failure: {
      kind,
      title,
      ...(path === undefined ? {} : { file: context.relative(path) }),
      ...(project === undefined ? {} : { project }),
      attempts: [
        {
          number: 1,
          status: 'failed',
          errors: [error],
          phase,
          ...(durationMs === undefined ? {} : { durationMs }),
          ...(limitMs === undefined ? {} : { limitMs }),
          ...(machine === undefined ? {} : { machine }),
        },
      ],
      flaky: false,
      ...(evidence.length === 0 ? {} : { evidence }),
    },
    ...(path === undefined ? {} : { path }),
    occurrence: 0,
    attemptsComplete: true,
    ...(durationMs === undefined ? {} : { durationMs }),
  };
};
