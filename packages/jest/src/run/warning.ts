let hasWarned = false;

/** Runs what must never disturb Jest; an error becomes one line on standard error, once. */
export const safely = (action: () => void): void => {
  try {
    action();
  } catch (error) {
    if (hasWarned) return;
    hasWarned = true;
    try {
      const message = String((error as { message?: unknown } | undefined)?.message ?? error).split('\n')[0];
      process.stderr.write(`Holdfast could not finish its report: ${message}\n`);
    } catch {
      // Nothing is left to say it with.
    }
  }
};
