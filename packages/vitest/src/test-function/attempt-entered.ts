import type { RunningTest } from '../test-file/runner-task.js';

/** Follows whose code runs. Made by the test function, which most test files do without. */
export interface CallerFollower {
  attemptEntered(test: RunningTest): void;
}

export const CALLER_FOLLOWER = Symbol.for('holdfast.vitest.calling-test');

/**
 * An attempt begins, whatever it asks for. Without this the code of a test that uses no fixture would run as that of one
 * before it: what a test enters is left by the next one only.
 */
export const attemptEntered = (test: RunningTest): void =>
  (globalThis as { [CALLER_FOLLOWER]?: CallerFollower })[CALLER_FOLLOWER]?.attemptEntered(test);
