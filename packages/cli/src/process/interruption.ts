import process from 'node:process';

/** What Ctrl-C means while a command runs others: an end in good order, with what is known by then. */
export interface Interruption {
  /** Aborts at SIGINT, SIGTERM or SIGHUP; further ones change nothing. */
  readonly signal: AbortSignal;
  /** Gives the signals back to the system. */
  end(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export const watchInterruption = (): Interruption => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  // Not once: the second Ctrl-C of somebody impatient would end this process before the command that it runs.
  for (const name of SIGNALS) process.on(name, abort);
  return {
    signal: controller.signal,
    end: () => {
      for (const name of SIGNALS) process.off(name, abort);
    },
  };
};
