import { coreModule } from './core-modules.js';

/**
 * What a worker remembers of its journal from one test file to the next. Jest evaluates every
 * module anew for each file, so this lies on the one object that all files share: Node's own `fs`.
 * It holds Node's functions as they were before the first test of the worker: one that a test has put
 * in their place must not be called, were it only because the test counts the calls.
 * Holds primitives and functions of Node alone; an object of a test file's realm would keep that
 * realm, and all that the file loaded, in memory.
 */
export interface WorkerMemory {
  /** Open journal, or -1. */
  descriptor: number;
  /** Inode of the open journal: tells whether the descriptor is still ours. */
  inode: number;
  directory: string;
  /** Numbers given so far. */
  files: number;
  tests: number;
  leases: number;
  /** True where the last write was cut short, so that the next line must begin a new one. */
  torn: boolean;
  readonly open: typeof import('node:fs').openSync;
  readonly close: typeof import('node:fs').closeSync;
  readonly write: typeof import('node:fs').writeSync;
  readonly stat: typeof import('node:fs').fstatSync;
  readonly read: typeof import('node:fs').readSync;
  readonly list: typeof import('node:fs').readdirSync;
  readonly byteLength: typeof Buffer.byteLength;
}

const MEMORY = Symbol.for('holdfast.journal.worker-memory.1');

/** The memory of this worker (process or thread), made on first use. Undefined outside Node. */
export const workerMemory = (): WorkerMemory | undefined => {
  const fs = coreModule('node:fs') as
    | (typeof import('node:fs') & { [MEMORY]?: WorkerMemory; constructor: ObjectConstructor })
    | undefined;
  const buffer = coreModule('node:buffer');
  if (fs === undefined || buffer === undefined) return undefined;
  const known = fs[MEMORY];
  if (known !== undefined) return known;
  // The constructor of Node's own object belongs to Node's realm; a literal here would belong to the sandbox's.
  const memory = new fs.constructor() as { -readonly [Key in keyof WorkerMemory]: WorkerMemory[Key] };
  memory.descriptor = -1;
  memory.inode = 0;
  memory.directory = '';
  memory.files = 0;
  memory.tests = 0;
  memory.leases = 0;
  memory.torn = false;
  memory.open = fs.openSync;
  memory.close = fs.closeSync;
  memory.write = fs.writeSync;
  memory.stat = fs.fstatSync;
  memory.read = fs.readSync;
  memory.list = fs.readdirSync;
  memory.byteLength = buffer.Buffer.byteLength;
  const place = new fs.constructor() as PropertyDescriptor;
  place.value = memory;
  Object.defineProperty(fs, MEMORY, place);
  return memory;
};
