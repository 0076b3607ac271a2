import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { fitLimit } from '../budget/fit-limit.js';
import { limitAsAsked } from '../budget/fitted-limit.js';
import type { Monitor } from '../monitor/monitor.js';
import type { ResourceReport } from '../monitor/resource-report.js';
import { printCount, printMs, printNumber } from '../print.js';
import { type MatcherResult, type MatcherState, matcherResult } from './matcher.js';

export interface ResourceLimits {
  /** Share of all processors that may be busy, above 0 and below 1; 95 of 100 samples must keep to it. */
  readonly cpu?: number;
  /** Resident memory of the worker's process in bytes; every sample must keep to it. */
  readonly memory?: number;
  /** Lateness of the event loop in milliseconds, fitted to the machine; 99 of 100 moments must keep to it. */
  readonly loopLag?: number;
}

/** A percentile of fewer says little, and processors are not known from one. */
const LEAST_SAMPLES = 3;
const KEYS: readonly (keyof ResourceLimits)[] = ['cpu', 'memory', 'loopLag'];

const reportOf = (received: unknown): ResourceReport => {
  const watched = received as Partial<Monitor & ResourceReport> | null | undefined;
  if (typeof watched?.report === 'function') return watched.report();
  if (typeof watched?.samples === 'number') return watched as ResourceReport;
  throw new TypeError('`toStayWithin` needs a monitor or its report.');
};

interface Comparison {
  readonly label: string;
  readonly seen: number | undefined;
  readonly limit: number;
  readonly print: (value: number) => string;
  readonly fitted?: string | undefined;
}

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;
const bytes = (count: number): string => `${printNumber(count / 2 ** 20)} MiB`;

const compare = (report: ResourceReport, limits: ResourceLimits, isNot: boolean): Comparison[] => {
  const comparisons: Comparison[] = [];
  const { cpu, memory, loopLag } = limits;
  if (cpu !== undefined) {
    const limit = acceptNumber('cpu', cpu, { above: 0, below: 1 });
    comparisons.push({
      label: 'processors busy, 95th percentile',
      seen: report.cpu?.p95,
      limit,
      print: percent,
    });
  }
  if (memory !== undefined) {
    const limit = acceptNumber('memory', memory, { above: 0, unit: 'bytes' });
    comparisons.push({ label: 'memory of the worker, peak', seen: report.memory?.peak, limit, print: bytes });
  }
  if (loopLag !== undefined) {
    const askedMs = acceptNumber('loopLag', loopLag, { above: 0, unit: 'milliseconds' });
    const fit = isNot ? limitAsAsked(askedMs) : fitLimit(askedMs);
    comparisons.push({
      label: 'event-loop lag, 99th percentile',
      seen: report.loopLag?.p99,
      limit: fit.limitMs,
      print: printMs,
      fitted: fit.reason,
    });
  }
  return comparisons;
};

const isWithin = ({ seen, limit }: Comparison): boolean => seen !== undefined && seen <= limit;

/** A figure that nobody knows is neither within its limit nor over it: under `not` a matcher fails by passing. */
const holds = (comparisons: readonly Comparison[], isNot: boolean): boolean => {
  const known = comparisons.filter(({ seen }) => seen !== undefined);
  if (known.length === comparisons.length || !known.every(isWithin)) return comparisons.every(isWithin);
  return isNot;
};

const line = (comparison: Comparison): string => {
  const { label, seen, limit, print, fitted } = comparison;
  const mark = isWithin(comparison) ? 'within' : seen === undefined ? 'unknown' : 'over';
  const seenText = seen === undefined ? 'not known' : print(seen);
  return `${mark}: ${label}: ${seenText}; limit ${print(limit)}${fitted === undefined ? '' : ` (fitted: ${fitted})`}`;
};

/**
 * What a monitor saw kept to every limit that is given. A figure that the system does not tell, or that was watched too
 * shortly to be known, fails, `not` or not.
 * @throws TypeError without any limit, and for a limit that is out of range or could not be exceeded
 */
export function toStayWithin(this: MatcherState, received: unknown, limits: ResourceLimits): MatcherResult {
  acceptOptions('toStayWithin', limits, KEYS);
  if (KEYS.every((key) => limits[key] === undefined)) {
    throw new TypeError(
      `\`toStayWithin\` needs at least one of ${KEYS.join(', ')}; without a limit it could not fail.`,
    );
  }
  const report = reportOf(received);
  const isNot = this.isNot === true;
  const comparisons = compare(report, limits, isNot);
  const overload = report.reasons.map((reason) => `The machine was overloaded: ${reason}.`);
  const short =
    report.samples < LEAST_SAMPLES
      ? [`Only ${printCount(report.samples, 'sample')}: watch longer, or with a shorter \`interval\`.`]
      : [];
  const lines = [...comparisons.map(line), ...overload, ...short];
  return matcherResult(this, 'toStayWithin', holds(comparisons, isNot), lines.join('\n'));
}
