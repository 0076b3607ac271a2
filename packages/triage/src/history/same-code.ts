import type { RunFacts } from './history-run.js';

/**
 * A key that two runs share only if the very same files ran in the same environment: a CI service checks a commit out
 * clean, and a repetition changes nothing between its runs. Undefined where nobody can tell, as on a machine on which
 * somebody works.
 */
export const sameCodeKey = ({ repetition, ci, commit, environment }: RunFacts): string | undefined => {
  if (repetition !== undefined) return `repetition ${repetition}`;
  return ci !== null && commit !== undefined ? `commit ${commit} ${environment}` : undefined;
};
