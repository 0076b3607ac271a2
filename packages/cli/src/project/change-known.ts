import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  KNOWN_FILE,
  type KnownList,
  readKnownFile,
  writeAtomically,
  writeKnownList,
} from '@holdfast/triage/analysis';
import { InputError } from '../input-error.js';

const LOCK_FILE = `${KNOWN_FILE}.lock`;
const EVERY_MS = 20;
const LONGEST_WAIT_MS = 5_000;

const tryLock = (path: string): boolean => {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === 'EEXIST') return false;
    throw error;
  }
};

/** Two commands at once would each write what it had read, and the first one's change would be lost. */
const lock = async (path: string, longestWaitMs: number): Promise<void> => {
  const from = performance.now();
  while (!tryLock(path)) {
    if (performance.now() - from >= longestWaitMs)
      throw new InputError(
        `${LOCK_FILE} says that another command is changing ${KNOWN_FILE}; if none is running, remove it`,
      );
    await delay(EVERY_MS);
  }
};

/**
 * Changes the file of what is known, one command at a time. One with a mistake in it is left as it is: writing it anew would
 * drop what was meant.
 * @param longestWaitMs how long another command may take with its change
 * @throws InputError
 */
export const changeKnown = async (
  cwd: string,
  change: (known: KnownList) => KnownList,
  longestWaitMs = LONGEST_WAIT_MS,
): Promise<KnownList> => {
  const path = join(cwd, LOCK_FILE);
  await lock(path, longestWaitMs);
  try {
    const { known, problems } = readKnownFile(cwd);
    if (problems.length > 0) throw new InputError(`${problems.join('; ')}; mend ${KNOWN_FILE} first`);
    const changed = change(known);
    writeAtomically(cwd, KNOWN_FILE, writeKnownList(changed));
    return changed;
  } finally {
    rmSync(path, { force: true });
  }
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
