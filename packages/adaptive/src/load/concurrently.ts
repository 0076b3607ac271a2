import { coreModule } from '@holdfast/journal/sandbox';
import pLimit from 'p-limit';
import { acceptBoolean } from '../accept/boolean.js';
import { acceptFunction } from '../accept/function.js';
import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { acceptSignal } from '../accept/signal.js';
import { fitLimit } from '../budget/fit-limit.js';
import { systemClock } from '../clock.js';
import { deadlineIn, inTime } from '../deadline.js';
import { evidencePort } from '../port.js';
import type { LoadResult } from './load-result.js';
import { Tally } from './tally.js';

export interface LoadOptions {
  /** Prepares all operations and releases them at one barrier. @default false */
  readonly together?: boolean;
  /** Delays each start by a random time up to this many milliseconds. @default 0 */
  readonly jitter?: number;
  /** Most operations in flight at a time. @default all */
  readonly limit?: number;
  /** Time limit of the whole in milliseconds, fitted to the machine; what has not ended then has failed. @default none */
  readonly timeLimit?: number;
  /** What one operation takes alone, in milliseconds, to judge the overlap by. @default the fastest one's time */
  readonly alone?: number;
  /** Ends the whole by throwing the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What each operation is given. */
export interface OperationContext {
  /** From 0. */
  readonly index: number;
  /** Fires when the time is over or the whole is aborted. */
  readonly signal: AbortSignal;
  /** Says that this operation had to wait for another or was refused because of one. */
  contended(): void;
}

const OPTIONS: readonly (keyof LoadOptions)[] = [
  'together',
  'jitter',
  'limit',
  'timeLimit',
  'alone',
  'signal',
];
const MOST_OPERATIONS = 10_000_000;
/** Operations that wait in the queue beside those in flight: enough to keep it busy, few enough to hold. */
const QUEUE = 100;
const random = Math.random;
const setMaxListeners = coreModule('node:events')?.setMaxListeners;

/** Every operation may listen to the signal; Node would warn of a leak from the eleventh on. */
const allowListeners = (signal: AbortSignal): void => {
  try {
    setMaxListeners?.(0, signal);
  } catch {
    // The signal of a simulated browser is none of Node's, and Node does not count its listeners.
  }
};

const acceptLoad = (
  count: number,
  options: LoadOptions,
): { limit: number; jitter: number; withinMs: number } => {
  acceptOptions('concurrently', options, OPTIONS);
  acceptNumber('n', count, { from: 1, to: MOST_OPERATIONS, whole: true });
  const { limit = count, jitter = 0, timeLimit, alone, together = false } = options;
  acceptNumber('limit', limit, { from: 1, whole: true });
  if (acceptBoolean('together', together) && limit < count) {
    throw new TypeError(
      `\`limit\` must be at least n (${count}) with \`together\`, or nobody passes the barrier; got ${limit}.`,
    );
  }
  acceptNumber('jitter', jitter, { from: 0, unit: 'milliseconds' });
  if (alone !== undefined) acceptNumber('alone', alone, { above: 0, unit: 'milliseconds' });
  const withinMs =
    timeLimit === undefined
      ? Number.POSITIVE_INFINITY
      : fitLimit(acceptNumber('timeLimit', timeLimit, { above: 0, unit: 'milliseconds' })).limitMs;
  return { limit, jitter, withinMs };
};

const tellLoad = (result: LoadResult): LoadResult => {
  const errors = result.errors.slice(0, 5).map(({ label, count }) => ({ label, count }));
  evidencePort().recordOnFailure('load', { ...result, errors });
  return result;
};

/**
 * Runs `n` operations at the same time and tells what came of them. Errors are counted, never thrown; what the
 * operations return is not kept, so that 100,000 of them need no more memory than those in flight.
 * @throws TypeError for an option that is not accepted; the signal's reason
 * @example const load = await concurrently(budget.load(100), ({ index }) => client.order(index), { together: true })
 */
export const concurrently = async (
  n: number,
  fn: (context: OperationContext) => unknown,
  options: LoadOptions = {},
): Promise<LoadResult> => {
  const { limit, jitter, withinMs } = acceptLoad(n, options);
  acceptFunction('fn', fn);
  const { together = false, alone } = options;
  const signal = acceptSignal(options.signal);
  signal?.throwIfAborted();
  const stop = new AbortController();
  allowListeners(stop.signal);
  const tally = new Tally(n, systemClock.now);
  const deadline = deadlineIn(withinMs);
  let release = (): void => {};
  const barrier = together ? new Promise<void>((resolve) => (release = resolve)) : undefined;

  const operate = async (index: number): Promise<void> => {
    if (barrier !== undefined) await barrier;
    if (jitter > 0) await systemClock.sleep(random() * jitter, stop.signal);
    if (stop.signal.aborted) return;
    let contended = false;
    const context: OperationContext = {
      index,
      signal: stop.signal,
      contended: () => {
        contended = true;
      },
    };
    const startedAt = tally.started();
    try {
      await fn(context);
      tally.ended(startedAt, contended);
    } catch (error) {
      tally.ended(startedAt, contended, { error });
    }
  };

  // Where all may go at once a queue would only cost memory.
  const limiter = limit < n ? pLimit(limit) : undefined;
  let ended = 0;
  let makeRoom = (): void => {};
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const onEnd = (): void => {
    ended += 1;
    makeRoom();
    if (ended === n) finish();
  };
  const feed = async (): Promise<void> => {
    for (let index = 0; index < n && !stop.signal.aborted; index++) {
      if (limiter !== undefined && limiter.pendingCount >= QUEUE) {
        await new Promise<void>((resolve) => (makeRoom = resolve));
      }
      void (limiter === undefined ? operate(index) : limiter(operate, index)).then(onEnd);
    }
    release();
    await finished;
  };

  const outcome = await inTime(feed(), deadline, signal);
  if (outcome.status === 'failed') throw outcome.error;
  const result = tally.close(alone);
  if (outcome.status === 'done') return tellLoad(result);
  stop.abort(signal?.aborted ? signal.reason : undefined);
  limiter?.clearQueue();
  release();
  makeRoom();
  if (outcome.status === 'aborted') throw signal?.reason;
  return tellLoad(result);
};
