import { indexOf, lastIndexOf, max, slice } from './intrinsics.js';

/**
 * Environment variable by which a reporter tells workers where to write their journals
 * (an absolute path). A worker without it writes nothing.
 */
export const RUN_DIRECTORY_VARIABLE = 'HOLDFAST_RUN_DIR';

/** File name of one worker's journal. */
export const journalFileName = (pid: number, thread: number): string => `worker-${pid}-${thread}.jsonl`;

const NAMES = ['.run-', 'holdfast-run-'];

/**
 * Whether a run's directory, whose name begins with the reporter's process, is for a worker: its reporter is in this very
 * process or in its parent. A runner that a test starts inherits the variable too, and its tests are not the run's.
 * A name that tells no process is for everybody.
 */
export const isForWorker = (directory: string, pid: number, parent: number): boolean => {
  const name = slice(directory, max(lastIndexOf(directory, '/'), lastIndexOf(directory, '\\')) + 1);
  for (let index = 0; index < NAMES.length; index++) {
    const start = NAMES[index] as string;
    if (indexOf(name, start) === 0)
      return indexOf(name, `${start}${pid}-`) === 0 || indexOf(name, `${start}${parent}-`) === 0;
  }
  return true;
};
