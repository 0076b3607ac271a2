import type { Attempt } from '../failure.js';
import type { ReportFailure, TimedOutPhase } from './report.js';

const TIMED_OUT = /\btimed? ?out\b|exceeded (?:timeout|the time limit)/i;

const isTimedOut = ({ status, durationMs, limitMs, errors }: Attempt): boolean => {
  if (status !== 'failed') return false;
  if (durationMs !== undefined && limitMs !== undefined && limitMs > 0 && durationMs >= limitMs) return true;
  const message = errors[0]?.message;
  return message !== undefined && TIMED_OUT.test(message.slice(0, 1_000));
};

/** Which parts of tests ran into a time limit, the slowest first. */
export const timedOutPhases = (failures: readonly ReportFailure[]): readonly TimedOutPhase[] =>
  failures
    .flatMap(({ id, attempts }) =>
      attempts.filter(isTimedOut).map(({ phase, durationMs, limitMs }) => ({
        failure: id,
        phase,
        durationMs: durationMs ?? null,
        limitMs: limitMs ?? null,
      })),
    )
    .sort((left, right) => (right.durationMs ?? 0) - (left.durationMs ?? 0));
