/** What Jest's wrapper around a module of the sandbox passes it. */
declare const jest: { requireActual(name: string): unknown } | undefined;
declare const require: (name: string) => unknown;

/**
 * Loads a module of Holdfast's when it is wanted, inside the sandbox and never as a mock: `jest` is there unless the
 * project does without globals.
 */
export const load = (name: string): unknown => {
  if (typeof jest !== 'undefined') return jest.requireActual(name);
  const requireHere = require;
  return requireHere(name);
};
