import {
  KNOWN_FILE,
  type KnownList,
  readKnownFile,
  writeAtomically,
  writeKnownList,
} from '@holdfast/triage/analysis';
import { InputError } from '../input-error.js';

/**
 * Changes the file of what is known. One with a mistake in it is left as it is: writing it anew would drop what was meant.
 * @throws InputError
 */
export const changeKnown = (cwd: string, change: (known: KnownList) => KnownList): KnownList => {
  const { known, problems } = readKnownFile(cwd);
  if (problems.length > 0) throw new InputError(`${problems.join('; ')}; mend ${KNOWN_FILE} first`);
  const changed = change(known);
  writeAtomically(cwd, KNOWN_FILE, writeKnownList(changed));
  return changed;
};

/** Today's date as the file writes it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** @throws InputError for a text that is no date of the calendar */
export const checkDate = (option: string, text: string): string => {
  const time = Date.parse(text);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time);
  if (!isDate || new Date(time).toISOString().slice(0, 10) !== text)
    throw new InputError(`--${option} is "${text}"; accepted is a date such as 2026-12-24`);
  return text;
};
