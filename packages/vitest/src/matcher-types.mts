import type { HoldfastMatchers } from '@holdfast/adaptive';

/** What can stand inside `toEqual` and its like: all but the assertion that waits. */
type Asymmetric = Omit<HoldfastMatchers<unknown>, 'toFinishWithin'>;

// Vitest's own interfaces have other type parameters in 5 than before; these have none, and all versions take them over.
declare global {
  namespace Chai {
    interface Assertion extends HoldfastMatchers<void> {}
  }
}

declare module 'vitest' {
  interface AsymmetricMatchersContaining extends Asymmetric {}
}

export type { HoldfastMatchers };
