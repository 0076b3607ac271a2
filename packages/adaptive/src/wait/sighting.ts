import { isThenable } from '../thenable.js';

/** What one look at a condition saw: a value, or the error that it threw. */
export interface Sighting<Value = unknown> {
  readonly value?: Value;
  readonly error?: unknown;
  readonly threw: boolean;
  /** Since the wait began, in milliseconds. */
  readonly elapsedMs: number;
}

/** Calls a condition and tells what it did. Never throws; asynchronous only where the condition is. */
export const look = <Value>(
  condition: () => Value | PromiseLike<Value>,
  elapsedMs: () => number,
): Sighting<Value> | Promise<Sighting<Value>> => {
  const seen = (value: Value): Sighting<Value> => ({ value, threw: false, elapsedMs: elapsedMs() });
  const failed = (error: unknown): Sighting<Value> => ({ error, threw: true, elapsedMs: elapsedMs() });
  try {
    const value = condition();
    return isThenable(value) ? Promise.resolve(value.then(seen, failed)) : seen(value);
  } catch (error) {
    return failed(error);
  }
};
