const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls back once when this process is about to end, whoever ends it. The process ends as it would have without.
 * @param onEnd gets the signal that asked for the end, where one did; must not throw
 * @returns takes the watch away
 */
export const watchProcessEnd = (onEnd: (signal?: NodeJS.Signals) => void): (() => void) => {
  let asked: NodeJS.Signals | undefined;
  const onExit = (): void => {
    stop();
    onEnd(asked);
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
    for (const [index, signal] of SIGNALS.entries()) process.off(signal, handlers[index] as () => void);
  };
  // Vitest 3 exits for good inside its own handlers of signals and of the exit, before any that comes later.
  process.prependOnceListener('exit', onExit);
  for (const [index, signal] of SIGNALS.entries())
    process.prependOnceListener(signal, handlers[index] as () => void);
  return stop;
};
