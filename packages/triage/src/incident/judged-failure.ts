import type { Failure } from '../failure.js';
import type { Verdict } from '../verdict.js';

/** A failure with all that was found out about it alone. */
export interface JudgedFailure {
  readonly id: string;
  readonly failure: Failure;
  readonly verdict: Verdict;
  readonly fingerprint: string;
  /** Priority that the failure's area declares. */
  readonly areaPriority?: Verdict['priority'];
  /** Earlier runs saw this very failure come and go. @default false */
  readonly knownFlaky?: boolean;
}
