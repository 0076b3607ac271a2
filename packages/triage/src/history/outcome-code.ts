/** What a test came to in a run. */
export type TestStatus = 'passed' | 'failed' | 'flaky' | 'skipped';

export interface TestResult {
  readonly status: TestStatus;
  /** Rounded to the scale of the code, for a passed test alone. */
  readonly durationMs?: number;
}

const FAILED = '!';
const FLAKY = '~';
const SKIPPED = '-';
/** Passed, and nobody knows how long it took. */
const UNTIMED = '?';

/** The same as character codes, for who goes through millions. */
export const OUTCOME_CODE = Object.freeze({
  failed: FAILED.charCodeAt(0),
  flaky: FLAKY.charCodeAt(0),
  skipped: SKIPPED.charCodeAt(0),
  untimed: UNTIMED.charCodeAt(0),
});

/** Characters that stand for durations, in JSON without escapes. */
const SCALE = Array.from({ length: 0x7e - 0x28 }, (_, index) => String.fromCharCode(0x28 + index))
  .filter((character) => !['-', '?', '\\'].includes(character))
  .join('');
/** Ratio of neighbouring steps: from 1 ms to above ten minutes, a duration is off by 8 % at most. */
const STEP = 1.18;
const LOG_STEP = Math.log(STEP);

const levelOf = (durationMs: number): number =>
  durationMs <= 1 ? 0 : Math.min(SCALE.length - 1, Math.round(Math.log(durationMs) / LOG_STEP));

const LEVELS = new Int8Array(128).fill(-1);
for (let level = 0; level < SCALE.length; level += 1) LEVELS[SCALE.charCodeAt(level)] = level;
const DURATIONS = Float64Array.from({ length: SCALE.length }, (_, level) => STEP ** level);

/** One character for a test's outcome; a test that is to be written was skipped. */
export const encodeOutcome = (status: TestStatus | 'todo', durationMs?: number): string => {
  if (status !== 'passed') return status === 'failed' ? FAILED : status === 'flaky' ? FLAKY : SKIPPED;
  return durationMs === undefined || !(durationMs >= 0) ? UNTIMED : (SCALE[levelOf(durationMs)] ?? UNTIMED);
};

/** Step of the scale that a character of an outcome stands for, from 0; -1 for all that is no timed pass. */
export const durationLevel = (code: number): number => LEVELS[code] ?? -1;

/** Milliseconds that a step of the scale stands for. */
export const durationOfLevel = (level: number): number => DURATIONS[level] ?? 0;

/** Status by character code; undefined for one that no version has written so far. */
export const statusOf = (code: number): TestStatus | undefined => {
  if (durationLevel(code) >= 0 || code === OUTCOME_CODE.untimed) return 'passed';
  if (code === OUTCOME_CODE.failed) return 'failed';
  if (code === OUTCOME_CODE.flaky) return 'flaky';
  return code === OUTCOME_CODE.skipped ? 'skipped' : undefined;
};

/** What a character says. */
export const decodeOutcome = (character: string): TestResult | undefined => {
  const code = character.charCodeAt(0);
  const status = statusOf(code);
  if (status === undefined) return undefined;
  const level = durationLevel(code);
  return level < 0 ? { status } : { status, durationMs: durationOfLevel(level) };
};
