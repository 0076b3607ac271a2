/**
 * Member that an error gets which nobody caught: the test that started what failed. Vitest names the test that it was at when
 * the error was seen, which may be another one. Begins as Vitest's own members do.
 */
export const LATE_ERROR_MARK = 'VITEST_HOLDFAST_TEST';

/** Plain data, since it travels to the main process. */
export interface LateErrorMark {
  readonly path: string;
  readonly title: readonly string[];
  /** Whether the test had ended by then. */
  readonly hasEnded: boolean;
}
