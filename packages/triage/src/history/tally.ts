import type { History, HistoryRun, HistoryVerdict } from './history-run.js';
import { outagesOf } from './outages.js';
import { durationLevel, OUTCOME_CODE } from './outcome-code.js';
import type { Identities } from './test-identity.js';

/** Durations of so many latest runs are kept. */
const RING = 64;
const PASSED = 1;
const FAILED = 2;

/** A run in which a test did not simply pass. */
export interface Trouble {
  readonly run: number;
  readonly status: 'failed' | 'flaky';
  /** Undefined where the run does not say. */
  readonly verdict: HistoryVerdict | undefined;
  /** A change beyond the first fall and the first rise of its branch: those may be a bug and its fix. */
  readonly isSpareFlip: boolean;
}

/** A test's place in a run as one number. */
const placeKey = (file: number, test: number): number => file * 1_048_576 + test;

const lineOf = ({ branch, environment }: HistoryRun): string => `${branch ?? ''}\0${environment}`;

/** Figures of every test, column by column: ten thousand tests in five hundred runs are five million outcomes. */
export class Tally {
  readonly runs: Int32Array;
  readonly failed: Int32Array;
  readonly flips: Int32Array;
  readonly outages: Int32Array;
  readonly troubles: Map<number, Trouble[]>;
  /** How many of the latest runs in a row it failed in. */
  readonly failedInRow: Int32Array;
  /** Flips beyond the first two of a branch. */
  readonly spareFlips: Int32Array;
  readonly #levels: Int8Array;
  readonly #timed: Int32Array;
  readonly #lines = new Map<string, { readonly last: Uint8Array; readonly flips: Uint16Array }>();
  readonly #size: number;

  constructor({ runs }: History, { tests, byTable }: Identities) {
    const size = tests.length;
    this.#size = size;
    this.runs = new Int32Array(size);
    this.failed = new Int32Array(size);
    this.flips = new Int32Array(size);
    this.spareFlips = new Int32Array(size);
    this.outages = new Int32Array(size);
    this.failedInRow = new Int32Array(size);
    this.troubles = new Map();
    this.#levels = new Int8Array(size * RING);
    this.#timed = new Int32Array(size);
    runs.forEach((run, index) => {
      this.#add(run, index, byTable);
    });
  }

  /** The latest durations of a test, as steps of the scale, the oldest first. */
  levels(test: number): readonly number[] {
    const count = this.#timed[test] ?? 0;
    const kept = Math.min(count, RING);
    const base = test * RING;
    return Array.from(
      { length: kept },
      (_, index) => this.#levels[base + ((count - kept + index) % RING)] ?? 0,
    );
  }

  #add(run: HistoryRun, index: number, byTable: Identities['byTable']): void {
    const key = lineOf(run);
    let line = this.#lines.get(key);
    if (line === undefined) {
      line = { last: new Uint8Array(this.#size), flips: new Uint16Array(this.#size) };
      this.#lines.set(key, line);
    }
    const { last, flips } = line;
    const verdicts = this.#verdicts(run);
    const outages = outagesOf(run);
    const runs = this.runs;
    const ring = this.#levels;
    const timed = this.#timed;
    const row = this.failedInRow;
    const { failed, flaky, untimed } = OUTCOME_CODE;
    for (let file = 0; file < run.files.length; file += 1) {
      const { table, outcomes } = run.files[file] as HistoryRun['files'][number];
      const ids = byTable.get(table);
      if (ids === undefined) continue;
      const length = Math.min(ids.length, outcomes.length);
      for (let place = 0; place < length; place += 1) {
        const test = ids[place] as number;
        const code = outcomes.charCodeAt(place);
        const level = durationLevel(code);
        if (level >= 0) {
          const count = timed[test] as number;
          ring[test * RING + (count % RING)] = level;
          timed[test] = count + 1;
        } else if (code !== untimed) {
          if (code !== failed && code !== flaky) continue;
          const verdict = verdicts.get(placeKey(file, place));
          if (verdict !== undefined && outages.has(verdict.incident)) {
            this.outages[test] = (this.outages[test] as number) + 1;
            continue;
          }
          if (code === failed) {
            this.#failure(test, index, verdict, last, flips);
            continue;
          }
          this.#trouble(test, { run: index, status: 'flaky', verdict, isSpareFlip: false });
        }
        runs[test] = (runs[test] as number) + 1;
        row[test] = 0;
        if (last[test] === FAILED) this.#flip(test, flips);
        last[test] = PASSED;
      }
    }
  }

  #failure(
    test: number,
    run: number,
    verdict: HistoryVerdict | undefined,
    last: Uint8Array,
    flips: Uint16Array,
  ): void {
    this.runs[test] = (this.runs[test] as number) + 1;
    this.failed[test] = (this.failed[test] as number) + 1;
    this.failedInRow[test] = (this.failedInRow[test] as number) + 1;
    const isFlip = last[test] === PASSED;
    const isSpareFlip = isFlip && this.#flip(test, flips);
    last[test] = FAILED;
    this.#trouble(test, { run, status: 'failed', verdict, isSpareFlip });
  }

  /** True from the third change of this branch on. */
  #flip(test: number, flips: Uint16Array): boolean {
    this.flips[test] = (this.flips[test] as number) + 1;
    flips[test] = (flips[test] as number) + 1;
    const isSpare = (flips[test] as number) > 2;
    if (isSpare) this.spareFlips[test] = (this.spareFlips[test] as number) + 1;
    return isSpare;
  }

  #trouble(test: number, trouble: Trouble): void {
    const list = this.troubles.get(test);
    if (list === undefined) this.troubles.set(test, [trouble]);
    else list.push(trouble);
  }

  #verdicts({ failures }: HistoryRun): ReadonlyMap<number, HistoryVerdict> {
    return new Map(failures.map((failure) => [placeKey(failure.file, failure.test), failure]));
  }
}
