import { readFileSync } from 'node:fs';
import { readJournals } from '@holdfast/journal';

/** A process that ended and was not yet waited for still answers to signals. */
const isZombie = (pid: number): boolean => {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)/s, ''));
  } catch {
    return false;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
};

/**
 * Test files in the middle of which a worker process ended, by the journals of a run whose other workers still live.
 * @param runDirectory absolute path of the journals
 */
export const filesOfDeadWorkers = (runDirectory: string): string[] =>
  readJournals(runDirectory).workers.flatMap(({ worker, files }) => {
    if (worker === undefined || worker.pid === process.pid || isAlive(worker.pid)) return [];
    return files.filter(({ openAtEnd }) => openAtEnd).map(({ path }) => path);
  });
