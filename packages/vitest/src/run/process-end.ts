const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is known of the end of a process. */
export interface ProcessEnd {
  /** The signal that asked for it, where one did. */
  readonly signal?: NodeJS.Signals;
  /** What was thrown and caught by nobody, in a list of one; empty where nothing was. */
  readonly uncaught: readonly unknown[];
}

/**
 * Calls back once when this process is about to end, whoever ends it. The process ends as it would have without.
 * @param onEnd must not throw
 * @returns takes the watch away
 */
export const watchProcessEnd = (onEnd: (end: ProcessEnd) => void): (() => void) => {
  let asked: NodeJS.Signals | undefined;
  const uncaught: unknown[] = [];
  const onUncaught = (error: unknown): void => {
    uncaught[0] = error;
  };
  const onExit = (): void => {
    stop();
    onEnd({ uncaught, ...(asked === undefined ? {} : { signal: asked }) });
  };
  const handlers = SIGNALS.map((signal) => {
    const isAlone = process.listenerCount(signal) === 0;
    return () => {
      asked = signal;
      // Where others listen, they end the process or not, as they would have.
      if (!isAlone) return;
      onExit();
      process.kill(process.pid, signal);
    };
  });
  const stop = (): void => {
    process.off('exit', onExit);
    process.off('uncaughtExceptionMonitor', onUncaught);
    for (const [index, signal] of SIGNALS.entries()) process.off(signal, handlers[index] as () => void);
  };
  // Vitest 3 exits for good inside its own handlers of signals and of the exit, before any that comes later.
  process.prependOnceListener('exit', onExit);
  process.on('uncaughtExceptionMonitor', onUncaught);
  for (const [index, signal] of SIGNALS.entries())
    process.prependOnceListener(signal, handlers[index] as () => void);
  return stop;
};
