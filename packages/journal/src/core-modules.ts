import type * as BufferModule from 'node:buffer';
import type * as Crypto from 'node:crypto';
import type * as Fs from 'node:fs';
import type * as Os from 'node:os';
import type * as PerfHooks from 'node:perf_hooks';
import type * as Timers from 'node:timers';
import type * as Util from 'node:util';
import type * as WorkerThreads from 'node:worker_threads';

/** Node's own modules that the test side needs. */
export interface CoreModules {
  'node:buffer': typeof BufferModule;
  'node:crypto': typeof Crypto;
  'node:events': { setMaxListeners(count: number, ...targets: EventTarget[]): void };
  'node:fs': typeof Fs;
  'node:os': typeof Os;
  'node:perf_hooks': typeof PerfHooks;
  'node:process': NodeJS.Process;
  'node:timers': typeof Timers;
  'node:util': typeof Util;
  'node:worker_threads': typeof WorkerThreads;
}

const sandboxProcess: Partial<NodeJS.Process> | undefined = (globalThis as { process?: NodeJS.Process })
  .process;
const load = sandboxProcess?.getBuiltinModule;

/**
 * Node's module itself: shared by all the sandboxes of a worker, and never a mock, which an
 * import inside a test file may be. Undefined outside Node.
 */
export const coreModule = <Name extends keyof CoreModules>(name: Name): CoreModules[Name] | undefined =>
  load?.(name) as CoreModules[Name] | undefined;
