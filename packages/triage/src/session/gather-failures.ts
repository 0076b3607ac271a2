import type { JournalDigest } from '@holdfast/journal';
import type { Mask } from '../mask/create-mask.js';
import { hideInMessage, hidesSecrets, withHiddenMessages } from './hidden-messages.js';
import { joinInnerRetries } from './join-inner-retries.js';
import { joinLooseErrors, type LooseInput } from './join-loose-errors.js';
import { type JoinContext, joinTest } from './join-test.js';
import { indexJournal } from './journal-index.js';
import type { Guard } from './judge-failures.js';
import type { LocatedFailure } from './located-failure.js';

/** What stands beside the runner's words. */
export interface Gathering {
  readonly journal: JournalDigest;
  readonly mask: Mask;
  /** Path from the project's root, with forward slashes. */
  readonly relative: (path: string) => string;
  readonly runner: 'jest' | 'vitest';
  readonly guard: Guard;
}

export interface GatheredFailures {
  readonly failures: readonly LocatedFailure[];
  readonly gaps: readonly string[];
}

/** The runner's own words, without the secrets that the workers hid in theirs: errors are told apart by both. */
const withoutSecrets = (told: LooseInput, { journal, mask }: Gathering): LooseInput =>
  hidesSecrets(journal)
    ? {
        ...told,
        files: told.files.map((file) => withHiddenMessages(file, mask)),
        runErrors: told.runErrors.map((one) => ({ ...one, error: hideInMessage(one.error, mask) })),
      }
    : told;

/** All that failed, or passed on retry, as runner and journals together tell it: tests, then retries inside tests, then the rest. */
export const gatherFailures = (told: LooseInput, gathering: Gathering): GatheredFailures => {
  const { journal, relative, runner, guard } = gathering;
  const context: JoinContext = {
    journal: indexJournal(journal),
    relative,
    // Jest forgets the errors of all attempts but the last; Vitest lists those of all in one.
    keepsAllErrors: runner === 'vitest',
  };
  const input = withoutSecrets(told, gathering);
  const failures: LocatedFailure[] = [];
  for (const file of input.files) {
    for (const test of file.tests) {
      const joined = guard('A failed test could not be read', () => joinTest(file, test, context));
      if (joined !== undefined) failures.push(joined);
    }
  }
  const loose = guard('Errors beside the tests could not be read', () => joinLooseErrors(input, context));
  const retried = guard('Retries inside tests could not be read', () =>
    joinInnerRetries(journal, told.files, relative),
  );
  for (const one of retried ?? []) failures.push(one);
  for (const one of loose?.failures ?? []) failures.push(one);
  return { failures, gaps: loose?.gaps ?? [] };
};
