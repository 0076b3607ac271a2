import type { RateThreshold } from '../rate/threshold.js';
import { toFinishWithin } from './finish-within.js';
import { type ContentionOptions, type OverlapOptions, toOverlap, toShowContention } from './overlap.js';
import { type RateOptions, toFailAtMost, toSucceedAtLeast } from './rates.js';
import { type ResourceLimits, toStayWithin } from './stay-within.js';

/** All assertions, for a runner's `expect.extend`. */
export const matchers = {
  toSucceedAtLeast,
  toFailAtMost,
  toOverlap,
  toShowContention,
  toFinishWithin,
  toStayWithin,
} as const;

/** The assertions as a test calls them, for the types of a runner; `Result` is what its own matchers give. */
export interface HoldfastMatchers<Result = void> {
  /** At least this share of the operations succeeded: above 0, up to 1. */
  toSucceedAtLeast(rate: RateThreshold, options?: RateOptions): Result;
  /** At most this share of the operations failed: from 0, below 1. */
  toFailAtMost(rate: RateThreshold, options?: RateOptions): Result;
  /** Operations really ran at the same time: above 1 in effect. @default 2 */
  toOverlap(options?: OverlapOptions): Result;
  /** Operations met contention: a share below 1, or a number. @default one in fifty, at least one */
  toShowContention(options?: ContentionOptions): Result;
  /** A function or promise ends within a limit that is fitted to the machine, or a duration lies within it. */
  toFinishWithin(limitMs: number): Promise<void>;
  /** What a monitor saw kept to every limit given. */
  toStayWithin(limits: ResourceLimits): Result;
}
