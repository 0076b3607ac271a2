import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { JournalRecord } from '../src/index.js';

/** A run directory of the test's own; removed when the test has finished. */
export const runDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-journal-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};

/** The records of all journals in a run directory but those of secrets, which the machine's environment decides. */
export const recordsIn = (directory: string): JournalRecord[] =>
  allRecordsIn(directory).filter(({ kind }) => kind !== 'secrets');

/** The records of all journals in a run directory. */
export const allRecordsIn = (directory: string): JournalRecord[] =>
  readdirSync(directory).flatMap((name) =>
    readFileSync(join(directory, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as JournalRecord),
  );
