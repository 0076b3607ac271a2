import type { HoldfastMatchers } from '@holdfast/adaptive';

/** What can stand inside `toEqual` and its like: all but the assertion that waits. */
type Asymmetric = Omit<HoldfastMatchers<unknown>, 'toFinishWithin'>;

// The `expect` of the globals, as @types/jest tells of it.
declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: all declarations of an interface have the same parameters
    interface Matchers<R, T = {}> extends HoldfastMatchers<R> {}
    interface Expect extends Asymmetric {}
    interface InverseAsymmetricMatchers extends Asymmetric {}
  }
}

// The `expect` of @jest/globals.
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends HoldfastMatchers<R> {}
  interface AsymmetricMatchers extends Asymmetric {}
}

export type { HoldfastMatchers };
