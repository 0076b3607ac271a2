/** What kind of comparison failed. */
export type AssertionKind =
  /** Two values should be the same, or the same in shape. */
  | 'equal'
  /** A number should lie above or below another. */
  | 'order'
  /** A mock should have been called, so often or with these arguments. */
  | 'calls'
  | 'length'
  /** A string, list or object should hold something. */
  | 'contain'
  /** A text should match a pattern, or an object a part of one. */
  | 'match'
  /** A value should be there, be true or be null. */
  | 'present'
  | 'snapshot'
  /** Something should have thrown, rejected or resolved. */
  | 'throw'
  | 'other';

/** A failed comparison as the runner printed it. Values are text, quotes kept. */
export interface Assertion {
  readonly kind: AssertionKind;
  readonly expected?: string;
  readonly received?: string;
  readonly negated: boolean;
  /** The matcher as printed: `toBe`, `to have a length of`, `>=`. */
  readonly matcher?: string;
}
