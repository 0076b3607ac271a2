import { HoldfastError } from '@holdfast/journal/sandbox';
import type { FittedLimit } from '../budget/fitted-limit.js';
import { type Clock, systemClock } from '../clock.js';
import { deadlineIn } from '../deadline.js';
import { evidencePort } from '../port.js';
import { printError, printValue } from '../print.js';
import { type PollAnswer, poll } from './poll.js';
import { look, type Sighting } from './sighting.js';
import { timedOutMessage } from './wait-message.js';

/** A condition and how long it may take, all filled in. */
export interface ConditionSettings<Value> {
  readonly condition: () => Value | PromiseLike<Value>;
  readonly what: string;
  readonly limit: FittedLimit;
  /** Whether what was seen is what is waited for. Called once for each look. */
  readonly holds: (seen: Sighting<Value>) => boolean;
  readonly holdsForMs: number;
  readonly notBeforeMs: number;
  readonly endsWhen: ((seen: Sighting<Value>) => boolean) | undefined;
  readonly signal: AbortSignal | undefined;
}

export interface WaitOutcome<Value> {
  readonly status: 'true' | 'gave-up' | 'too-early';
  readonly value: Value;
  readonly last: Sighting<Value> | undefined;
  readonly polls: number;
  readonly elapsedMs: number;
}

type Ending = WaitOutcome<unknown>['status'];

/** Watched on after a time-out, to tell a limit that was too short from what never comes: 10 %, 20 to 500 ms. */
const afterMs = (limitMs: number): number => Math.min(500, Math.max(20, limitMs * 0.1));

/**
 * Waits for a condition by the one polling loop.
 * @throws HoldfastError `HOLDFAST_WAIT_TIMED_OUT`, or the reason of the signal
 */
export const waitFor = async <Value>(
  settings: ConditionSettings<Value>,
  clock: Clock = systemClock,
): Promise<WaitOutcome<Value>> => {
  const { condition, holds, holdsForMs, notBeforeMs, endsWhen, limit, signal, what } = settings;
  const deadline = deadlineIn(limit.limitMs, clock);
  let last: Sighting<Value> | undefined;
  let holdsSince: number | undefined;
  let unanswered: Promise<Sighting<Value>> | undefined;

  const judge = (seen: Sighting<Value>): PollAnswer<Ending> => {
    last = seen;
    if (endsWhen?.(seen)) return { done: true, value: 'gave-up' };
    if (!holds(seen)) {
      holdsSince = undefined;
      return { done: false };
    }
    if (seen.elapsedMs < notBeforeMs) return { done: true, value: 'too-early' };
    holdsSince ??= seen.elapsedMs;
    return seen.elapsedMs - holdsSince >= holdsForMs ? { done: true, value: 'true' } : { done: false };
  };
  const probe = (): PollAnswer<Ending> | Promise<PollAnswer<Ending>> => {
    const seen = unanswered ?? look(condition, deadline.elapsedMs);
    if (!('then' in seen)) return judge(seen);
    unanswered = seen;
    return seen.then((answered) => {
      unanswered = undefined;
      return judge(answered);
    });
  };

  const outcome = await poll(probe, { deadline, signal });
  if (outcome.status === 'done') {
    return {
      status: outcome.value as Ending,
      value: last?.value as Value,
      last,
      polls: outcome.polls,
      elapsedMs: outcome.elapsedMs,
    };
  }
  if (outcome.status === 'aborted') throw signal?.reason;

  const lastInTime = last;
  const watchedMs = afterMs(limit.limitMs);
  const later = await poll(probe, { deadline: deadlineIn(watchedMs, clock), signal });
  const trueAfterMs = later.status === 'done' && later.value === 'true' ? deadline.elapsedMs() : undefined;
  const failed = {
    what,
    limitMs: limit.limitMs,
    askedMs: limit.askedMs,
    fit: limit.reason,
    polls: outcome.polls,
    pending: outcome.pending,
    trueAfterMs,
    watchedMs,
  };
  const details = {
    ...failed,
    ...(lastInTime && !lastInTime.threw && { lastValue: printValue(lastInTime.value) }),
    ...(lastInTime?.threw && { lastError: printError(lastInTime.error) }),
  };
  // What came true right after was no hang; it has a name of its own, so that nobody takes it for one.
  const { what: _, trueAfterMs: __, ...rest } = details;
  const fact = { for: what, ...rest };
  if (trueAfterMs === undefined) evidencePort().record('wait', fact);
  else evidencePort().record('wait.late', { ...fact, trueAfterMs });
  const message = timedOutMessage({ ...failed, last: lastInTime });
  const cause = lastInTime?.threw ? { cause: lastInTime.error } : undefined;
  throw new HoldfastError('HOLDFAST_WAIT_TIMED_OUT', message, details, cause);
};
