export { matchers } from '@holdfast/adaptive';
export type { HoldfastMatchers } from './tagged-matchers.js';
