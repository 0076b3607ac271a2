import type * as Globals from '@jest/globals';

export type JestGlobals = Pick<
  typeof Globals,
  'afterAll' | 'afterEach' | 'beforeAll' | 'beforeEach' | 'describe' | 'expect' | 'it' | 'jest'
>;

declare const require: ((name: string) => unknown) | undefined;

let known: JestGlobals | undefined;

/**
 * Jest's own functions, also where the project keeps them out of the globals. Looked up when used: this package is also
 * loaded outside test files, for its types and settings.
 * @throws Error outside a test file of Jest's
 */
export const jestGlobals = (): JestGlobals => {
  if (known !== undefined) return known;
  try {
    known = require?.('@jest/globals') as JestGlobals;
  } catch {
    // Jest's package says only what not to do.
  }
  if (known === undefined) {
    throw new Error(
      '`test` and `expect` of @holdfast/jest work in test files that Jest runs, and nowhere else.',
    );
  }
  return known;
};

/** A function of Jest's that is looked up when it is first used; its members too. */
export const lateFunction = <Value extends object>(find: () => Value): Value => {
  const target = (): void => {};
  return new Proxy(target as unknown as Value, {
    apply: (_, self, values) => Reflect.apply(find() as never, self, values),
    get: (_, name) => Reflect.get(find(), name),
    set: (_, name, value) => Reflect.set(find(), name, value),
    has: (_, name) => Reflect.has(find(), name),
    ownKeys: () => Reflect.ownKeys(target),
  });
};
