import type { CircusTest } from '../circus/circus-state.js';

/** What Jest's `expect` knows of the file and the test that run, where it keeps it for all its copies. */
export interface MatchersState {
  readonly testPath?: unknown;
  /** Full name of the concurrent test whose code asks. */
  readonly currentConcurrentTestName?: () => string | undefined;
  /** Jest 30: the test whose code asks. */
  readonly currentTestIdentity?: () => CircusTest | undefined;
}

const MATCHERS = Symbol.for('$$jest-matchers-object');

/** Found without `expect`, which a project may keep out of its globals. */
export const matchersState = (sandbox: object): MatchersState | undefined =>
  (sandbox as { [MATCHERS]?: { state?: MatchersState } })[MATCHERS]?.state;
