import type { ErrorSnapshot } from '@holdfast/journal';
import { classify } from '../src/classify/classify.js';
import type { Failure } from '../src/failure.js';
import { fingerprint } from '../src/fingerprint/fingerprint.js';
import type { JudgedFailure } from '../src/incident/judged-failure.js';

let made = 0;

const nextNumber = (): number => {
  made += 1;
  return made;
};

/** A failed test with one attempt. */
export const failureOf = (error: ErrorSnapshot | string, changes: Partial<Failure> = {}): Failure => ({
  kind: 'test',
  title: ['orders', `test ${nextNumber()}`],
  file: 'tests/orders.test.ts',
  attempts: [
    {
      number: 1,
      status: 'failed',
      phase: 'test',
      errors: [typeof error === 'string' ? { message: error } : error],
    },
  ],
  flaky: false,
  ...changes,
});

/** A failure as the classifier judges it. */
export const judgedOf = (failure: Failure, changes: Partial<JudgedFailure> = {}): JudgedFailure => ({
  id: `f-${String(nextNumber()).padStart(10, '0')}`,
  failure,
  verdict: classify(failure),
  fingerprint: fingerprint(failure),
  ...changes,
});
