import { flatText } from './flat-text.js';
import { count } from './phrases.js';
import type { StaleQuarantine } from './report.js';

/** `EXPIRED (until 2026-12-24, team-a): tests/a.test.ts > pays`, or `FIXED, take it out (...)`. */
export const staleQuarantineLine = ({ test, state, owner, until, quietRuns }: StaleQuarantine): string => {
  const name = flatText(test);
  return state === 'expired'
    ? `EXPIRED (until ${until}, ${owner}): ${name}`
    : `FIXED, take it out (${owner}${quietRuns === null ? '' : `, ${count(quietRuns, 'run')} without the failure`}): ${name}`;
};
