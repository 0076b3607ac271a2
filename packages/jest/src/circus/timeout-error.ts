const START = 'Exceeded timeout of ';

export const isTimeout = (thrown: unknown): thrown is string =>
  typeof thrown === 'string' && thrown.startsWith(START);

/**
 * Jest rejects with a text when a limit is exceeded. As an error it is told from a text that a test threw. Everything
 * else is given back as it is. The error that marks the definition is left alone: its stack is made when
 * it is first read, and Jest still has to put its message in.
 */
export const withTimeoutAsError = (thrown: unknown): unknown =>
  isTimeout(thrown) ? { message: thrown, name: 'Error' } : thrown;
