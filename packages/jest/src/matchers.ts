export { matchers } from '@holdfast/adaptive';
export type { HoldfastMatchers } from './matcher-types.js';
