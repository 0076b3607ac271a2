const HOOK_TIMED_OUT = /\bHook timed out in (\d+)ms\b/;

/** The time limit, in milliseconds, that a hook's time-out names. Undefined for all other messages. */
export const hookLimitMs = (message: string): number | undefined => {
  const found = HOOK_TIMED_OUT.exec(message.slice(0, 1_000));
  return found ? Number(found[1]) : undefined;
};

/** The time limit of a test, in milliseconds; undefined where it has none. */
export const testLimitMs = (timeout: number | undefined): number | undefined =>
  timeout !== undefined && timeout > 0 && Number.isFinite(timeout) ? timeout : undefined;
