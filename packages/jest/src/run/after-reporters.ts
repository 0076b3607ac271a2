/**
 * Calls back when Jest has heard all its reporters: it then assigns `success` to the results. The member is an
 * ordinary one again before the call.
 */
export const afterReporters = (results: object, heard: (success: boolean) => void): void => {
  let held = (results as { success?: unknown }).success;
  Object.defineProperty(results, 'success', {
    configurable: true,
    enumerable: true,
    get: () => held,
    set: (value: unknown) => {
      held = value;
      Object.defineProperty(results, 'success', {
        configurable: true,
        enumerable: true,
        writable: true,
        value,
      });
      heard(value === true);
    },
  });
};
