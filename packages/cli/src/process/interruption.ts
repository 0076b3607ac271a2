import process from 'node:process';

/** What Ctrl-C means while a command runs others: an end in good order, with what is known by then. */
export interface Interruption {
  /** Aborts at SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** Gives the signals back to the system. */
  end(): void;
}

export const watchInterruption = (): Interruption => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  return {
    signal: controller.signal,
    end: () => {
      process.off('SIGINT', abort).off('SIGTERM', abort);
    },
  };
};
