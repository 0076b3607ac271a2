import type { LoggedTest } from '../log-sink.js';
import type { JUnitCase } from './junit-case.js';
import { fileOf, type JUnitPlace, placeOf } from './junit-title.js';

/** Seconds as JUnit writes them, perhaps with commas between thousands. */
export const milliseconds = (seconds: string | undefined): number | undefined => {
  if (seconds === undefined || seconds === '') return undefined;
  const value = Number(seconds.includes(',') ? seconds.replaceAll(',', '') : seconds);
  return Number.isFinite(value) && value >= 0 ? value * 1000 : undefined;
};

/** A test that passed: most do, and most of what the log says of them nobody asks for. */
export class PassedTest implements LoggedTest {
  readonly status = 'passed';
  readonly #test: JUnitCase;
  #place: JUnitPlace | undefined;

  constructor(test: JUnitCase) {
    this.#test = test;
  }

  get file(): string | undefined {
    return fileOf(this.#test);
  }

  get title(): readonly string[] {
    this.#place ??= placeOf(this.#test);
    return this.#place.title;
  }

  get durationMs(): number | undefined {
    return milliseconds(this.#test.time);
  }
}
