import { MATCHER_NAMES, type MatcherName } from './matcher-names.js';

/** An assertion as a runner calls it. */
export type LateMatcher = (this: unknown, received: unknown, ...values: unknown[]) => unknown;

/**
 * For adapters: assertions for a runner's `expect.extend` whose code is loaded when the first of them is called. Most
 * test files call none, and pay for six small functions.
 * @param load gives the assertions themselves, at once; called once
 */
export const lateMatchers = (load: () => Record<MatcherName, unknown>): Record<MatcherName, LateMatcher> => {
  let loaded: Record<MatcherName, unknown> | undefined;
  const late = (name: MatcherName): LateMatcher =>
    function (received, ...values) {
      loaded ??= load();
      return (loaded[name] as LateMatcher).call(this, received, ...values);
    };
  return Object.fromEntries(MATCHER_NAMES.map((name) => [name, late(name)])) as Record<
    MatcherName,
    LateMatcher
  >;
};
