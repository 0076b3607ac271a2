import { transientKind } from '../retry/transient-kind.js';
import { percentile } from '../statistics/percentile.js';
import { errorGroups } from './group-errors.js';
import type { Durations, LoadResult } from './load-result.js';

const CONTENTION_KINDS: readonly (string | undefined)[] = ['lock', 'pool checkout', 'rate limit'];

const durationsOf = (sorted: Float64Array): Durations => {
  const sum = sorted.reduce((total, ms) => total + ms, 0);
  return {
    min: sorted[0] ?? 0,
    mean: sorted.length === 0 ? 0 : sum / sorted.length,
    p50: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    max: sorted.at(-1) ?? 0,
  };
};

/**
 * Counts what operations do, in memory of eight bytes an operation, whatever they return or throw.
 */
export class Tally {
  readonly #total: number;
  readonly #now: () => number;
  readonly #durations: Float64Array;
  readonly #errors = errorGroups();
  #started = 0;
  #ended = 0;
  #successes = 0;
  #contention = 0;
  #peak = 0;
  #firstStart = 0;
  #lastStart = 0;
  #lastEnd = 0;
  #fastest = Number.POSITIVE_INFINITY;
  #closed = false;

  constructor(total: number, now: () => number) {
    this.#total = total;
    this.#now = now;
    this.#durations = new Float64Array(total);
  }

  /** Gives the moment of the start, which `ended` wants back. */
  started(): number {
    const at = this.#now();
    if (this.#closed) return at;
    if (this.#started === 0) this.#firstStart = at;
    this.#lastStart = at;
    this.#started += 1;
    this.#peak = Math.max(this.#peak, this.#started - this.#ended);
    return at;
  }

  /** An operation ended; what ends after `close` is not counted. */
  ended(startedAt: number, contended: boolean, failure?: { readonly error: unknown }): void {
    if (this.#closed) return;
    this.#lastEnd = this.#now();
    const duration = this.#lastEnd - startedAt;
    this.#durations[this.#ended] = duration;
    this.#ended += 1;
    if (failure === undefined) {
      this.#successes += 1;
      this.#fastest = Math.min(this.#fastest, duration);
    } else this.#errors.add(failure.error);
    const failedBy = failure === undefined ? undefined : transientKind(failure.error);
    if (contended || CONTENTION_KINDS.includes(failedBy)) this.#contention += 1;
  }

  /** Ends the count: what has not ended is a failure. */
  close(aloneMs: number | undefined): LoadResult {
    this.#closed = true;
    const unfinished = this.#started - this.#ended;
    for (let index = 0; index < unfinished; index++) this.#errors.add(undefined, 'not finished in time');
    for (let index = this.#started; index < this.#total; index++)
      this.#errors.add(undefined, 'not started in time');
    const end = unfinished > 0 ? this.#now() : this.#lastEnd;
    const wallMs = this.#started === 0 ? 0 : end - this.#firstStart;
    const durations = durationsOf(this.#durations.slice(0, this.#ended).sort());
    const alone = aloneMs ?? (Number.isFinite(this.#fastest) ? this.#fastest : durations.min);
    // All of them within one tick of the clock is as much at once as can be.
    const effective = wallMs === 0 ? this.#ended : Math.min(this.#peak, (this.#ended * alone) / wallMs);
    return {
      total: this.#total,
      successes: this.#successes,
      failures: this.#total - this.#successes,
      rate: this.#successes / this.#total,
      errors: this.#errors.list(),
      durations,
      wallMs,
      startSpreadMs: this.#lastStart - this.#firstStart,
      overlap: {
        peak: this.#peak,
        mean: wallMs === 0 ? this.#ended : (durations.mean * this.#ended) / wallMs,
        slowestToMean: durations.mean === 0 ? 1 : durations.max / durations.mean,
        effective,
      },
      contention: this.#contention,
    };
  }
}
