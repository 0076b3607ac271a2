/** The part of Vitest's logger that is watched. */
export interface ErrorPrinter {
  printError(error: unknown, options?: object): unknown;
}

export interface PrintedErrors {
  /** Errors that Vitest printed as its own, in order. */
  readonly errors: readonly unknown[];
  stop(): void;
}

/**
 * Watches for errors that reach no reporter but only the terminal: a global set-up that failed, and the loss of
 * a worker that makes Vitest 3 exit.
 * @param onError called after such an error was printed
 */
export const watchPrintedErrors = (logger: ErrorPrinter, onError: () => void): PrintedErrors => {
  const errors: unknown[] = [];
  const original = logger.printError;
  const watching = function (this: unknown, error: unknown, options?: object): unknown {
    const printed = original.call(this, error, options);
    const { type, fullStack } = (options ?? {}) as { type?: unknown; fullStack?: unknown };
    if (fullStack === true && (type === 'Unhandled Error' || type === 'Unhandled Rejection')) {
      errors.push(error);
      onError();
    }
    return printed;
  };
  logger.printError = watching;
  return {
    errors,
    stop: () => {
      if (logger.printError === watching) logger.printError = original;
    },
  };
};
