import { type ErrorSnapshot, type JournalDigest, SECRET_MASK } from '@holdfast/journal';
import type { Mask } from '../mask/create-mask.js';
import type { FileOutcome, TestOutcome } from '../outcome.js';

/** Whether a worker hid a secret in what it wrote; then the runner's own words must be compared without theirs. */
export const hidesSecrets = ({ workers }: JournalDigest): boolean =>
  workers.some(
    ({ secrets, errors, files, tests }) =>
      secrets !== undefined &&
      [
        ...errors,
        ...files.flatMap((file) => file.errors),
        ...tests.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.errors)),
      ].some(({ error }) => error.message.includes(SECRET_MASK)),
  );

/** The error with its message masked: what errors are told apart by. The rest is masked when it is judged. */
export const hideInMessage = (error: ErrorSnapshot, mask: Mask): ErrorSnapshot => ({
  ...error,
  message: mask(error.message),
});

const withHiddenMessage = (test: TestOutcome, mask: Mask): TestOutcome => ({
  ...test,
  errors: test.errors.map((error) => hideInMessage(error, mask)),
});

/** What the runner told of a file, with all messages masked. */
export const withHiddenMessages = (file: FileOutcome, mask: Mask): FileOutcome => ({
  ...file,
  tests: file.tests.map((test) => withHiddenMessage(test, mask)),
  errors: file.errors.map((told) => ({ ...told, error: hideInMessage(told.error, mask) })),
});
