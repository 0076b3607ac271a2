import { coreModule } from '@holdfast/journal/sandbox';

const inspect = coreModule('node:util')?.inspect;
const strip = coreModule('node:util')?.stripVTControlCharacters;
const LONGEST = 200;
const SOURCE_LENGTH = 80;

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A value on one line, cut to what a message can hold. Never throws. */
export const printValue = (value: unknown): string => {
  try {
    return cut(
      oneLine(inspect?.(value, { depth: 2, breakLength: Infinity, maxArrayLength: 10 }) ?? String(value)),
      LONGEST,
    );
  } catch {
    return 'a value that cannot be printed';
  }
};

/** Name and message of whatever was thrown, on one line and without colours. Never throws. */
export const printError = (error: unknown): string => {
  try {
    if (typeof error !== 'object' || error === null || !('message' in error)) return printValue(error);
    const name = 'name' in error && typeof error.name === 'string' ? error.name : 'Error';
    const text = String(error.message);
    const message = oneLine(strip?.(text) ?? text);
    return cut(message === '' ? name : `${name}: ${message}`, LONGEST);
  } catch {
    return 'an error that cannot be printed';
  }
};

/** A function by its name or else by the beginning of its source. */
export const printFunction = (run: { readonly name: string; toString(): string }): string =>
  run.name === '' ? cut(oneLine(run.toString()), SOURCE_LENGTH) : `${run.name}()`;

const thousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** A number with thousands apart: `11,400`; fractions only below 10. */
export const printNumber = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  const [whole = '', fraction] = String(rounded).split('.');
  return fraction === undefined ? thousands(whole) : `${thousands(whole)}.${fraction}`;
};

export const printMs = (ms: number): string => `${printNumber(ms)} ms`;

/** `1 poll`, `2 polls`. */
export const printCount = (count: number, singular: string, plural = `${singular}s`): string =>
  `${printNumber(count)} ${count === 1 ? singular : plural}`;
