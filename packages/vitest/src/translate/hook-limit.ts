const TIMED_OUT = /\b(Test|Hook) timed out in (\d+)ms\b/;

/** The time limit, in milliseconds, that a hook's time-out names. Undefined for all other messages. */
export const hookLimitMs = (message: string): number | undefined => {
  const found = TIMED_OUT.exec(message.slice(0, 1_000));
  return found?.[1] === 'Hook' ? Number(found[2]) : undefined;
};
