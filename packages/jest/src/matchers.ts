export type { HoldfastMatchers } from '@holdfast/adaptive';
export { matchers } from '@holdfast/adaptive';
