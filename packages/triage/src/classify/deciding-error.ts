import type { ErrorSnapshot } from '@holdfast/journal';
import type { Attempt, Failure } from '../failure.js';

/** The last failed attempt, else the last one of all. */
export const decidingAttempt = (failure: Pick<Failure, 'attempts'>): Attempt | undefined => {
  const { attempts } = failure;
  for (let index = attempts.length - 1; index >= 0; index -= 1) {
    const attempt = attempts[index];
    if (attempt?.status === 'failed' && attempt.errors.length > 0) return attempt;
  }
  return attempts[attempts.length - 1];
};

/** The error that decided: the first of the last failed attempt whose errors are known. */
export const decidingError = (failure: Pick<Failure, 'attempts'>): ErrorSnapshot | undefined =>
  decidingAttempt(failure)?.errors[0];
