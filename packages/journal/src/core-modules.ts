import type * as AsyncHooks from 'node:async_hooks';
import type * as BufferModule from 'node:buffer';
import type * as ChildProcess from 'node:child_process';
import type * as Crypto from 'node:crypto';
import type * as Datagram from 'node:dgram';
import type * as Fs from 'node:fs';
import type * as Http from 'node:http';
import type * as Https from 'node:https';
import type * as Modules from 'node:module';
import type * as Net from 'node:net';
import type * as Os from 'node:os';
import type * as Path from 'node:path';
import type * as PerfHooks from 'node:perf_hooks';
import type * as Timers from 'node:timers';
import type * as Util from 'node:util';
import type * as Vm from 'node:vm';
import type * as WorkerThreads from 'node:worker_threads';

/** Node's own modules that the test side needs. */
export interface CoreModules {
  'node:async_hooks': typeof AsyncHooks;
  'node:buffer': typeof BufferModule;
  'node:child_process': typeof ChildProcess;
  'node:crypto': typeof Crypto;
  'node:dgram': typeof Datagram;
  'node:events': {
    EventEmitter: { prototype: object };
    setMaxListeners(count: number, ...targets: EventTarget[]): void;
  };
  'node:fs': typeof Fs;
  'node:http': typeof Http;
  'node:https': typeof Https;
  'node:module': typeof Modules;
  'node:net': typeof Net;
  'node:os': typeof Os;
  'node:path': typeof Path;
  'node:perf_hooks': typeof PerfHooks;
  'node:process': NodeJS.Process;
  'node:timers': typeof Timers;
  'node:util': typeof Util;
  'node:vm': typeof Vm;
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
