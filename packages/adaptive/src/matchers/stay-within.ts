import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import { fitLimit } from '../budget/fit-limit.js';
import type { Monitor } from '../monitor/monitor.js';
import type { ResourceReport } from '../monitor/resource-report.js';
import { printMs, printNumber } from '../print.js';
import { type MatcherResult, type MatcherState, matcherResult } from './matcher.js';

export interface ResourceLimits {
  /** Share of all processors that may be busy, above 0 and below 1; 95 of 100 samples must keep to it. */
  readonly cpu?: number;
  /** Resident memory of the worker's process in bytes; every sample must keep to it. */
  readonly memory?: number;
  /** Lateness of the event loop in milliseconds, fitted to the machine; 99 of 100 moments must keep to it. */
  readonly loopLag?: number;
}

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

const compare = (report: ResourceReport, limits: ResourceLimits): Comparison[] => {
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
    const fit = fitLimit(acceptNumber('loopLag', loopLag, { above: 0, unit: 'milliseconds' }));
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

/** A figure that the system does not tell is not within its limit: nobody knows. */
const isWithin = ({ seen, limit }: Comparison): boolean => seen !== undefined && seen <= limit;

const line = (comparison: Comparison): string => {
  const { label, seen, limit, print, fitted } = comparison;
  const mark = isWithin(comparison) ? 'within' : seen === undefined ? 'unknown' : 'over';
  const seenText = seen === undefined ? 'not known on this system' : print(seen);
  return `${mark}: ${label}: ${seenText}; limit ${print(limit)}${fitted === undefined ? '' : ` (fitted: ${fitted})`}`;
};

/**
 * What a monitor saw kept to every limit that is given.
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
  const comparisons = compare(report, limits);
  const overload = report.reasons.map((reason) => `The machine was overloaded: ${reason}.`);
  const lines = [...comparisons.map(line), ...overload];
  return matcherResult(this, 'toStayWithin', comparisons.every(isWithin), lines.join('\n'));
}
