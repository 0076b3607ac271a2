import { coreModule } from './core-modules.js';
import { MACHINE_VARIABLE, readMachineProfile } from './machine-profile.js';
import { JOURNAL_VERSION, type JournalRecord } from './record.js';
import { isForWorker, journalFileName, RUN_DIRECTORY_VARIABLE } from './run-directory.js';
import { serialiseRecord } from './serialise-record.js';
import { type WorkerMemory, workerMemory } from './worker-memory.js';

export interface WriterOptions {
  readonly runner: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Absolute path of the run's directory. @default the variable HOLDFAST_RUN_DIR of the worker's process */
  readonly directory?: string | undefined;
}

/** Appends records to the worker's journal. */
export interface Writer {
  readonly memory: WorkerMemory;
  /** One append, done when it returns. After a failed append it does nothing. Never throws. */
  write(record: JournalRecord): void;
}

const SEPARATOR = '/';

/**
 * Whether the descriptor is still the journal's: tests may have closed it, and a file of theirs may
 * have got its number. Asked before every write, for a line in a foreign file is damage.
 */
const stillOpen = (memory: WorkerMemory): boolean => {
  if (memory.descriptor < 0) return false;
  try {
    const status = memory.stat(memory.descriptor);
    return status.ino === memory.inode && status.nlink > 0;
  } catch {
    return false;
  }
};

const append = (memory: WorkerMemory, line: string): boolean => {
  const written = memory.write(memory.descriptor, line);
  if (written === line.length || written === memory.byteLength(line)) return true;
  memory.torn = true;
  return false;
};

/**
 * Number of this thread. No thread but the main one has the connection to a parent process; where there is such a
 * connection, Node's module of threads, which costs half a millisecond to load, need not be asked.
 */
const threadNumber = (process: NodeJS.Process): number =>
  process.connected === true ? 0 : (coreModule('node:worker_threads')?.threadId ?? 0);

const open = (memory: WorkerMemory, directory: string, options: WriterOptions): boolean => {
  const process = coreModule('node:process');
  if (process === undefined) return false;
  const thread = threadNumber(process);
  memory.descriptor = memory.open(directory + SEPARATOR + journalFileName(process.pid, thread), 'a', 0o600);
  const { ino, size } = memory.stat(memory.descriptor);
  memory.inode = ino;
  if (memory.directory !== directory) {
    memory.files = 0;
    memory.tests = 0;
    memory.leases = 0;
  }
  memory.directory = directory;
  memory.torn = false;
  const machine = readMachineProfile(process.env[MACHINE_VARIABLE]);
  const line = serialiseRecord({
    kind: 'worker',
    version: JOURNAL_VERSION,
    at: options.now(),
    pid: process.pid,
    thread,
    runner: options.runner,
    node: process.versions.node,
    ...(machine && { machine }),
  });
  // What lies there already may end in the middle of a line.
  return append(memory, size > 0 ? `\n${line}` : line);
};

const ready = (memory: WorkerMemory, options: WriterOptions): boolean => {
  const process = coreModule('node:process');
  // A worker whose tests emptied the environment goes on with the journal it has.
  const directory = options.directory ?? process?.env[RUN_DIRECTORY_VARIABLE] ?? memory.directory;
  if (directory === '' || process === undefined || !isForWorker(directory, process.pid, process.ppid))
    return false;
  const usable = stillOpen(memory);
  if (usable && memory.directory === directory) return !memory.torn || endTornLine(memory);
  if (usable) memory.close(memory.descriptor);
  memory.descriptor = -1;
  return open(memory, directory, options);
};

const endTornLine = (memory: WorkerMemory): boolean => {
  memory.torn = false;
  return append(memory, '\n');
};

/**
 * The writer of this worker's journal for one test file, or undefined where no reporter waits for
 * it or the journal cannot be opened. All files of a worker share one file descriptor.
 */
export const openWriter = (options: WriterOptions): Writer | undefined => {
  let memory: WorkerMemory | undefined;
  let usable = false;
  try {
    memory = workerMemory();
    usable = memory !== undefined && ready(memory, options);
  } catch {
    usable = false;
  }
  if (memory === undefined || !usable) return undefined;
  const held = memory;
  const { directory } = held;
  return {
    memory: held,
    write: (record) => {
      if (!usable) return;
      try {
        // A late record of a run that is over must not get into the next one's journal.
        usable = held.directory === directory && stillOpen(held) && append(held, serialiseRecord(record));
      } catch {
        held.torn = true;
        usable = false;
      }
    },
  };
};
