const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How this process came to its end. */
export interface ProcessEnd {
  readonly signal?: NodeJS.Signals;
  /** What nobody caught, where that was the reason. */
  readonly uncaught?: { readonly error: unknown };
  readonly exitCode: number;
}

/**
 * Calls back once when this process is about to end, whoever ends it. The process ends as it would have without: a
 * signal that nobody else handles is sent again, and an uncaught error is only looked at.
 * @param onEnd must not throw
 * @returns takes the watch away
 */
export const watchProcessEnd = (onEnd: (end: ProcessEnd) => void): (() => void) => {
  let signal: NodeJS.Signals | undefined;
  let uncaught: ProcessEnd['uncaught'];

  const ends = (exitCode: number): void => {
    stop();
    onEnd({ exitCode, ...(signal && { signal }), ...(uncaught && { uncaught }) });
  };
  const onExit = (code: number): void => ends(code);
  const onUncaught = (error: unknown): void => {
    // Where others listen it is caught: circus does while a test file runs in this process.
    if (process.listenerCount('uncaughtException') === 0) uncaught ??= { error };
  };
  const handlers = SIGNALS.map((name) => {
    const handler = (): void => {
      signal = name;
      // Where others listen, they end the process or do not, as they would have.
      if (process.listenerCount(name) > 0) return;
      ends(1);
      process.kill(process.pid, name);
    };
    return [name, handler] as const;
  });
  const stop = (): void => {
    process.off('exit', onExit);
    process.off('uncaughtExceptionMonitor', onUncaught);
    for (const [name, handler] of handlers) process.off(name, handler);
  };

  // Jest's own listener exits for good, so that those after it are never called.
  process.prependListener('exit', onExit);
  process.on('uncaughtExceptionMonitor', onUncaught);
  for (const [name, handler] of handlers) process.once(name, handler);
  return stop;
};
