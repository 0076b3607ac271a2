/** That a failure is in quarantine, as a report shows it. */
export interface QuarantineNote {
  readonly owner: string;
  readonly because: string;
  /** Date, `2026-12-24`. */
  readonly until: string;
  /** The date is over: the failure counts again. */
  readonly expired: boolean;
}

/** The correction that a verdict comes from. */
export interface CorrectionNote {
  readonly because: string;
  readonly by: string | null;
  readonly on: string;
  /** What the rules say, `CATEGORY/cause`. */
  readonly was: string;
}
