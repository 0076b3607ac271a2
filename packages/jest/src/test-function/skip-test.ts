import { evidencePort } from '@holdfast/adaptive/sandbox';
import type { CircusTest } from '../circus/circus-state.js';

const SKIP = Symbol.for('holdfast.jest.skip');

interface SkippableTest {
  status?: string | null;
  mode?: string | undefined;
}

/** Whether a value was thrown to end a test as skipped. */
export const isSkip = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && SKIP in thrown;

/** Whether a test that has begun was ended as skipped. */
export const isSkipped = (test: CircusTest): boolean => (test as SkippableTest).status === 'skip';

/** Ends a test that runs as skipped: what Jest has no word for. Its hooks and its teardown run. */
export const skipTest = (test: CircusTest, reason = 'no reason given'): never => {
  evidencePort().record('test.skipped', { reason });
  // Circus calls every test done that has run, and reports what this member says.
  Object.defineProperty(test as SkippableTest, 'status', {
    configurable: true,
    enumerable: true,
    get: () => 'skip',
    set: () => {},
  });
  throw Object.assign(new Error(`skipped: ${reason}`), { [SKIP]: true });
};
