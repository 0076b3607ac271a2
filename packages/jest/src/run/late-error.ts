/**
 * Calls back when this process is about to crash for an error that nobody caught, which makes it end with an exit
 * code of its own whatever the run said. Keeps nothing alive.
 * @param onLate must not throw
 * @returns takes the watch away
 */
export const watchLateError = (onLate: (error: unknown) => void): (() => void) => {
  const onUncaught = (error: unknown): void => {
    if (process.listenerCount('uncaughtException') > 0) return;
    stop();
    onLate(error);
  };
  const stop = (): void => {
    process.off('uncaughtExceptionMonitor', onUncaught);
  };
  process.on('uncaughtExceptionMonitor', onUncaught);
  return stop;
};
