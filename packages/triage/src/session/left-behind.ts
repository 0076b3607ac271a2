import type { JournalDigest, RecordedEvidence, RecordedTest } from '@holdfast/journal';
import type { LeftBehind } from '../report/report.js';

const PREFIX = 'leftover.';

const leftBehind = (
  { name, data }: RecordedEvidence,
  test: RecordedTest,
  relative: (path: string) => string,
): LeftBehind => {
  const { what, change, place } = data;
  return {
    title: test.title,
    file: relative(test.path),
    kind: name.slice(PREFIX.length),
    what: String(what ?? ''),
    ...(typeof change === 'string' ? { change } : {}),
    ...(typeof place === 'string' ? { place: relative(place) } : {}),
  };
};

/** What tests opened and did not close, changed and did not put back, as the ledger of leaks told it to the journals. */
export const everythingLeftBehind = (
  { workers }: JournalDigest,
  relative: (path: string) => string,
): readonly LeftBehind[] =>
  workers.flatMap(({ tests }) =>
    tests.flatMap((test) =>
      test.evidence
        .filter(({ name }) => name.startsWith(PREFIX))
        .map((fact) => leftBehind(fact, test, relative)),
    ),
  );
