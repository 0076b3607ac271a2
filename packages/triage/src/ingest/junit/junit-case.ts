import type { OwnWords } from '../own-words.js';

/** What the elements inside a test case say went wrong, or why it did not run. */
export interface JUnitProblem {
  readonly element: string;
  readonly message: string | undefined;
  readonly type: string | undefined;
  text: string;
}

/** A test case while it is read. */
export interface JUnitCase {
  readonly name: string;
  readonly classname: string;
  readonly file: string | undefined;
  readonly line: string | undefined;
  readonly time: string | undefined;
  /** From outermost to innermost. */
  readonly suites: readonly JUnitSuite[];
  /** Undefined where there is none: most cases passed. */
  problems: JUnitProblem[] | undefined;
  /** What Holdfast wrote of the case, where it was the one who wrote it. */
  own?: OwnWords;
}

export interface JUnitSuite {
  readonly name: string;
  readonly file: string | undefined;
}
