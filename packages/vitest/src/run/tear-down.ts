/** A project as far as its global tear-down is watched; the same member in Vitest 3, 4 and 5. */
export interface TornDownProject {
  _teardownGlobalSetup?: () => Promise<unknown>;
}

/**
 * Watches for errors of global tear-downs, which come when the run has ended and reach no reporter. They go on as they
 * would have. A project that has no such member is passed over.
 * @param onError must not throw
 * @returns takes the watch away
 */
export const watchTearDown = (
  projects: Iterable<object | undefined>,
  onError: (error: unknown) => void,
): (() => void) => {
  const undo: (() => void)[] = [];
  for (const project of new Set(projects)) {
    const torn = project as TornDownProject | undefined;
    const original = torn?._teardownGlobalSetup;
    if (torn === undefined || typeof original !== 'function') continue;
    const watching = async function (this: unknown): Promise<unknown> {
      try {
        return await original.call(this as never);
      } catch (error) {
        onError(error);
        throw error;
      }
    };
    torn._teardownGlobalSetup = watching;
    undo.push(() => {
      if (torn._teardownGlobalSetup === watching) delete torn._teardownGlobalSetup;
      if (torn._teardownGlobalSetup !== original) torn._teardownGlobalSetup = original;
    });
  }
  return () => {
    for (const step of undo) step();
  };
};
