export { compareRate, type RateComparison, samplesToTell } from './statistics/compare-rate.js';
export { normalQuantile } from './statistics/normal-quantile.js';
export { normalTail } from './statistics/normal-tail.js';
export { percentile } from './statistics/percentile.js';
export { compareRanks, type RankComparison } from './statistics/rank-sum.js';
export { type RateDifference, rateDifference } from './statistics/rate-difference.js';
export { judgeSequence, type SequentialPlan, type SequentialVerdict } from './statistics/sequential-test.js';
export { type Interval, wilsonInterval } from './statistics/wilson-interval.js';
