import type { Evidence } from '../failure.js';

/** Fact of a directory that stays after its test. */
export const KEPT_DIRECTORY = 'directory.kept';

/** A directory of a test that was kept for whoever wants to look. */
export interface KeptDirectory {
  readonly path: string;
  /** After how many days it is removed; null where the fact does not say. */
  readonly days: number | null;
}

/** The directories that were kept of a failed test. */
export const keptDirectories = (evidence: readonly Evidence[]): readonly KeptDirectory[] =>
  evidence.flatMap(({ name, data: { path, days } }) =>
    name === KEPT_DIRECTORY && typeof path === 'string'
      ? [{ path, days: typeof days === 'number' ? days : null }]
      : [],
  );
