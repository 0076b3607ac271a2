// As with the meta of tasks: what is added to Vitest's types must go to those that test files see.
type Matchers<Result = void> = import('./matcher-types.mjs', { with: {
  'resolution-mode': 'import',
}}).HoldfastMatchers<Result>;

export type { Matchers as HoldfastMatchers };
