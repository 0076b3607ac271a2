import type { JournalDigest, RecordedEvidence } from '@holdfast/journal';
import type { Mask } from '../mask/create-mask.js';
import type { SkipReason } from '../report/report.js';

const FACT = 'test.skipped';

const reasonOf = ({ name, data }: RecordedEvidence): readonly string[] =>
  name === FACT && typeof data.reason === 'string' ? [data.reason] : [];

/** A test says once why it is skipped, whatever its attempts; a file says it for each of its tests that run at once. */
const recordedReasons = ({ workers }: JournalDigest): readonly string[] =>
  workers.flatMap(({ tests, files }) => [
    ...tests.flatMap(({ evidence }) => evidence.flatMap(reasonOf).slice(-1)),
    ...files.flatMap(({ evidence }) => evidence.flatMap(reasonOf)),
  ]);

/** Each reason once, with the number of its tests; the most frequent one first. */
export const countReasons = (reasons: Iterable<readonly [reason: string, tests: number]>): SkipReason[] => {
  const counts = new Map<string, number>();
  for (const [reason, tests] of reasons) counts.set(reason, (counts.get(reason) ?? 0) + tests);
  return [...counts]
    .map(([reason, tests]) => ({ reason, tests }))
    .sort((left, right) => right.tests - left.tests || (left.reason < right.reason ? -1 : 1));
};

/**
 * Why tests ended themselves as skipped.
 * @param told reasons that the runner itself told, a member for each test
 */
export const skipReasons = (
  journal: JournalDigest,
  told: readonly string[],
  mask: Mask,
): readonly SkipReason[] =>
  countReasons([...recordedReasons(journal), ...told].map((reason) => [mask(reason), 1] as const));
