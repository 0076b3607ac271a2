/** How much of a thrown value a snapshot keeps. Lengths are in UTF-16 units. */
export interface SnapshotLimits {
  /** Longest message; a longer one keeps its head and its tail. */
  readonly messageLength: number;
  /** Longest stack; a longer one keeps its first frames. */
  readonly stackLength: number;
  /** Longest printed `expected` or `actual`. */
  readonly printedLength: number;
  /** How many causes deep. */
  readonly causeDepth: number;
  /** Parts kept of one AggregateError. */
  readonly parts: number;
  /** Errors kept in all, causes and parts included. */
  readonly errors: number;
  /** Own properties kept of one error. */
  readonly properties: number;
  /** Text kept of one property's value. */
  readonly propertyLength: number;
}

export const DEFAULT_SNAPSHOT_LIMITS: SnapshotLimits = {
  messageLength: 16_384,
  stackLength: 8_192,
  printedLength: 4_096,
  causeDepth: 5,
  parts: 10,
  errors: 24,
  properties: 30,
  propertyLength: 2_048,
};
