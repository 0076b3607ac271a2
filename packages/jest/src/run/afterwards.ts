/** What comes when a run's report is already written. */
export interface Aftermath {
  /** This process crashes for an error that nobody caught. */
  readonly crashed: (error: unknown) => void;
  /** This process ends otherwise. */
  readonly exited: (code: number) => void;
}

/**
 * Watches how this process ends after a run: what tests left behind can still bring it down, and Jest has reasons
 * to exit red that it tells no reporter. Keeps nothing alive.
 * @param aftermath one of its members is called, once; they must not throw
 * @returns takes the watch away
 */
export const watchAfterwards = (aftermath: Aftermath): (() => void) => {
  const onUncaught = (error: unknown): void => {
    if (process.listenerCount('uncaughtException') > 0) return;
    stop();
    aftermath.crashed(error);
  };
  const onExit = (code: number): void => {
    stop();
    aftermath.exited(code);
  };
  const stop = (): void => {
    process.off('uncaughtExceptionMonitor', onUncaught);
    process.off('exit', onExit);
  };
  process.on('uncaughtExceptionMonitor', onUncaught);
  // Jest's own listener exits for good, so that those after it are never called.
  process.prependListener('exit', onExit);
  return stop;
};
