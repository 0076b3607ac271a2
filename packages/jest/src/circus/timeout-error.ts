const START = 'Exceeded timeout of ';

/**
 * Jest rejects with a text when a limit is exceeded. As an error with the frames of the definition it says where,
 * and it is told from a text that a test threw. Everything else is given back as it is.
 */
export const withTimeoutAsError = (thrown: unknown, mark: unknown): unknown => {
  if (!isTimeout(thrown)) return thrown;
  const stack = (mark as { stack?: unknown } | undefined)?.stack;
  const frames = typeof stack === 'string' ? stack.slice(Math.max(stack.indexOf('\n    at '), 0)) : '';
  return { message: thrown, stack: `Error: ${thrown}${frames}` };
};

export const isTimeout = (thrown: unknown): thrown is string =>
  typeof thrown === 'string' && thrown.startsWith(START);
