import type { ErrorSnapshot, JournalDigest, RecordedEvidence, RecordedTest } from '@holdfast/journal';
import type { Attempt } from '../failure.js';
import type { FileOutcome } from '../outcome.js';
import type { LocatedFailure } from './located-failure.js';

const keyOf = (
  path: string,
  project: string | undefined,
  title: readonly string[],
  occurrence: number,
): string => `${path}\0${project ?? ''}\0${title.join('\0')}\0${occurrence}`;

/** What an attempt threw, out of evidence that a worker wrote: it may have been cut. */
const errorIn = ({ data }: RecordedEvidence): ErrorSnapshot => {
  const { error } = data;
  const snapshot = (typeof error === 'object' ? error : undefined) as { readonly message?: unknown } | null;
  return typeof snapshot?.message === 'string'
    ? (snapshot as unknown as ErrorSnapshot)
    : { message: typeof error === 'string' ? error : 'the error of this attempt is not known' };
};

/** The attempts of `retry` inside a test: what failed, and the success at the end. */
const attemptsOf = (evidence: readonly RecordedEvidence[]): readonly Attempt[] => {
  const failed = evidence.filter(({ name, data }) => name === 'retry.attempt' && data.retried === true);
  return [
    ...failed.map(
      (one, index): Attempt => ({
        number: index + 1,
        status: 'failed',
        phase: 'test',
        errors: [errorIn(one)],
      }),
    ),
    { number: failed.length + 1, status: 'passed', phase: 'test', errors: [] },
  ];
};

const isPassed = ({ attempts }: RecordedTest): boolean => attempts.at(-1)?.status === 'passed';

/**
 * Tests that the runner calls passed, and that passed only because `retry` tried something again: flaky, with every
 * attempt's error. A test that the runner told of has its row already, and the retries are in its evidence.
 */
export const joinInnerRetries = (
  digest: JournalDigest,
  files: readonly FileOutcome[],
  relative: (path: string) => string,
): readonly LocatedFailure[] => {
  const isRetried = (test: RecordedTest): boolean =>
    isPassed(test) && test.evidence.some(({ name }) => name === 'retry.succeeded');
  const retried = digest.workers.flatMap(({ tests }) => tests.filter(isRetried));
  if (retried.length === 0) return [];
  const told = new Set<string>();
  for (const { path, project, tests } of files) {
    for (const { title, occurrence, id } of tests) {
      told.add(keyOf(path, project, title, occurrence)).add(keyOf(path, undefined, title, occurrence));
      if (id !== undefined) told.add(`${path}\0${id}`);
    }
  }
  return retried
    .filter(
      ({ path, project, title, occurrence, id }) =>
        !told.has(keyOf(path, project, title, occurrence)) &&
        (id === undefined || !told.has(`${path}\0${id}`)),
    )
    .map((test): LocatedFailure => {
      const { path, project, title, id, occurrence, evidence } = test;
      const durationMs = test.attempts.at(-1)?.durationMs;
      return {
        failure: {
          kind: 'test',
          title,
          file: relative(path),
          ...(project === undefined ? {} : { project }),
          attempts: attemptsOf(evidence),
          flaky: true,
          evidence: evidence.map(({ name, data }) => ({ name, data })),
        },
        path,
        ...(id === undefined ? {} : { runnerId: id }),
        occurrence,
        attemptsComplete: true,
        ...(durationMs === undefined ? {} : { durationMs }),
      };
    });
};
