interface Chain {
  readonly setContext?: (key: string, value: unknown) => void;
}

/**
 * Defines a test with its options in the context of Vitest's chain too: Vitest 3.2 loses all options but the limit of a
 * test that has fixtures, and keeps what stands there.
 * @param test the function that defines it, which is as it was before when this returns
 */
export const keepOptions = <Result>(test: object, options: object, define: () => Result): Result => {
  const { setContext } = test as Chain;
  if (typeof setContext !== 'function') return define();
  const { timeout: _, ...lost } = options as { timeout?: unknown };
  const entries = Object.entries(lost);
  for (const [key, value] of entries) setContext(key, value);
  try {
    return define();
  } finally {
    for (const [key] of entries) setContext(key, undefined);
  }
};
