import { acceptNumber } from '../accept/number.js';
import { acceptOptions } from '../accept/options.js';
import type { LoadResult } from '../load/load-result.js';
import { printMs, printNumber } from '../print.js';
import { type MatcherResult, type MatcherState, matcherResult } from './matcher.js';

export interface OverlapOptions {
  /** Operations that go on at the same time in effect. @default 2 */
  readonly atLeast?: number;
}

export interface ContentionOptions {
  /** Share of the operations (below 1), or their number. @default 0.02: one in fifty, and at least one */
  readonly atLeast?: number;
}

const loadOf = (received: unknown): LoadResult => {
  const load = received as Partial<LoadResult> | null | undefined;
  if (typeof load?.overlap?.effective === 'number' && typeof load.contention === 'number')
    return load as LoadResult;
  throw new TypeError('This assertion needs a result of `concurrently`.');
};

/**
 * Operations really ran at the same time, and not one after another behind a lock or a single worker.
 * @throws TypeError for a number that is not above 1: 1 could not fail
 */
export function toOverlap(
  this: MatcherState,
  received: unknown,
  options: OverlapOptions = {},
): MatcherResult {
  acceptOptions('toOverlap', options, ['atLeast']);
  const atLeast = acceptNumber('atLeast', options.atLeast ?? 2, { above: 1 });
  const { overlap, wallMs, total, durations } = loadOf(received);
  const { effective, peak, slowestToMean } = overlap;
  const pass = effective >= atLeast;
  const lines = [
    `${printNumber(effective)} operations ran at the same time in effect; expected ${this.isNot ? 'less than' : 'at least'} ${printNumber(atLeast)}.`,
    `${printNumber(total)} took ${printMs(wallMs)} together, the fastest ${printMs(durations.min)}, the slowest ${printNumber(slowestToMean)} times the mean; ${printNumber(peak)} were in flight at most.`,
    ...(pass || peak < atLeast
      ? []
      : [
          'They were in flight together and still took turns: look for a lock, a pool of one, or work that blocks the event loop.',
        ]),
  ];
  return matcherResult(this, 'toOverlap', pass, lines.join('\n'));
}

/**
 * Operations met contention: as many as the load makes likely. A count of 0 is refused: it could not fail.
 * @throws TypeError for a share or a number that is not above 0
 */
export function toShowContention(
  this: MatcherState,
  received: unknown,
  options: ContentionOptions = {},
): MatcherResult {
  acceptOptions('toShowContention', options, ['atLeast']);
  const asked = acceptNumber('atLeast', options.atLeast ?? 0.02, { above: 0 });
  const { contention, total, overlap } = loadOf(received);
  const expected = asked < 1 ? Math.max(1, Math.floor(asked * total)) : Math.ceil(asked);
  const pass = contention >= expected;
  const lines = [
    `${printNumber(contention)} of ${printNumber(total)} operations met contention; expected ${this.isNot ? 'fewer than' : 'at least'} ${printNumber(expected)}.`,
    `${printNumber(overlap.peak)} were in flight at most.`,
    ...(pass
      ? []
      : [
          'The machine may be too fast for this load: raise it with budget.load, make the pool smaller with budget.pool, or start all at one barrier with `together`.',
        ]),
  ];
  return matcherResult(this, 'toShowContention', pass, lines.join('\n'));
}
