import { percentile } from '../statistics/percentile.js';

/** Spread of a figure over time. */
export interface Spread {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly peak: number;
}

const MOST_VALUES = 4_096;

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Figures taken at equal intervals, in bounded memory: once full, every second one goes and half as many come. */
export interface Series {
  add(value: number): void;
  /** Undefined where nothing was added. The peak counts every value, kept or not. */
  spread(): Spread | undefined;
}

export const createSeries = (most: number = MOST_VALUES): Series => {
  let values: number[] = [];
  let stride = 1;
  let seen = 0;
  let sum = 0;
  let peak = Number.NEGATIVE_INFINITY;
  return {
    add: (value) => {
      sum += value;
      peak = Math.max(peak, value);
      if (seen % stride === 0) values.push(value);
      seen += 1;
      if (values.length < most) return;
      values = values.filter((_, index) => index % 2 === 0);
      stride *= 2;
    },
    spread: () => {
      if (seen === 0) return undefined;
      const sorted = [...values].sort((left, right) => left - right);
      return {
        mean: rounded(sum / seen),
        p50: rounded(percentile(sorted, 0.5)),
        p95: rounded(percentile(sorted, 0.95)),
        p99: rounded(percentile(sorted, 0.99)),
        peak: rounded(peak),
      };
    },
  };
};
