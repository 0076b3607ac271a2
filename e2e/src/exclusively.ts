import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 200;

const take = (path: string): boolean => {
  try {
    const descriptor = openSync(path, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') return false;
    throw error;
  }
};

/** The process that holds the lock; undefined where it is gone. */
const holderOf = (path: string): number | undefined => {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // Between its making and its first byte the file names nobody yet.
    if (pid > 0) process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
};

/**
 * Does an action while no other process does one under the same lock; waits for its turn. A lock whose holder is gone
 * is taken over.
 * @param path the lock's file
 * @param waiting told once, where another process has to be waited for
 */
export const exclusively = async <T>(
  path: string,
  waiting: (holder: number) => void,
  action: () => T,
): Promise<T> => {
  mkdirSync(dirname(path), { recursive: true });
  let hasWaited = false;
  while (!take(path)) {
    const holder = holderOf(path);
    if (holder === undefined) {
      rmSync(path, { force: true });
      continue;
    }
    if (!hasWaited) waiting(holder);
    hasWaited = true;
    await sleep(PAUSE_MS);
  }
  try {
    return action();
  } finally {
    rmSync(path, { force: true });
  }
};
