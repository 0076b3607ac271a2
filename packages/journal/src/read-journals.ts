import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ByteSource } from './byte-source.js';
import { digestLines } from './digest-lines.js';
import type { JournalDigest, RecordedWorker } from './journal-digest.js';

// As they are when this module loads: tests that run in the reporter's own process patch the real ones.
const [close, stat, open, list, read] = [closeSync, fstatSync, openSync, readdirSync, readSync];

const JOURNAL_FILE = /^worker-\d+-\d+\.jsonl$/;

const fileSource = (descriptor: number): ByteSource => ({
  length: stat(descriptor).size,
  read: (target, position) => read(descriptor, target, 0, target.length, position),
});

const reason = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? error);

const digestFile = (directory: string, name: string): JournalDigest => {
  const descriptor = open(join(directory, name), 'r');
  try {
    return digestLines(fileSource(descriptor), name);
  } finally {
    close(descriptor);
  }
};

/**
 * Reads the journals that the workers of a run left in its directory. Holds little memory however
 * many tests passed. Never throws: what cannot be read is told in `gaps`.
 */
export const readJournals = (directory: string): JournalDigest => {
  const workers: RecordedWorker[] = [];
  const gaps: string[] = [];
  let names: string[] = [];
  try {
    names = list(directory).filter((name) => JOURNAL_FILE.test(name));
  } catch (error) {
    gaps.push(`the journals of this run could not be listed (${reason(error)})`);
  }
  for (const name of names.sort()) {
    try {
      const digest = digestFile(directory, name);
      workers.push(...digest.workers);
      gaps.push(...digest.gaps);
    } catch (error) {
      gaps.push(`${name}: could not be read (${reason(error)})`);
    }
  }
  return { workers, gaps };
};
