import { performance } from 'node:perf_hooks';
import { guarded } from '@holdfast/journal';
import type { AttemptLog } from './attempt-log.js';
import type { CircusHook, CircusTest } from './circus-state.js';

interface CircusEvent {
  readonly name: string;
  readonly test?: CircusTest;
  readonly hook?: CircusHook;
  readonly error?: unknown;
  /** The promise that was rejected, where the event is of one. */
  readonly promise?: unknown;
}

type EventHandler = (event: CircusEvent) => void;

const HANDLERS = Symbol.for('EVENT_HANDLERS');

/**
 * Jest 30: the list of circus' event handlers lies on the sandbox's global. One handler at its head sees the
 * errors as they were thrown, one at its end sees what Jest made of them. False where there is no such list.
 */
export const followEvents = (sandbox: object, log: AttemptLog): boolean => {
  const handlers = (sandbox as { [HANDLERS]?: EventHandler[] })[HANDLERS];
  if (!Array.isArray(handlers) || handlers.length === 0) return false;
  const hookStarts = new Map<CircusHook, number>();

  const first = guarded(({ name, test }: CircusEvent): void => {
    if (name === 'test_done' && test !== undefined) log.settled(test);
  });

  const last = guarded(({ name, test, hook, error, promise }: CircusEvent): void => {
    switch (name) {
      case 'test_started':
        if (test !== undefined) log.started(test, test.invocations);
        return;
      case 'hook_start':
        if (hook !== undefined) hookStarts.set(hook, performance.now());
        return;
      case 'hook_failure': {
        const startedAt = hook && hookStarts.get(hook);
        if (startedAt !== undefined) log.hookFailed(hook?.asyncError, performance.now() - startedAt);
        return;
      }
      case 'test_done':
        if (test !== undefined) log.ended(test);
        return;
      case 'error':
        log.unhandled(error, promise === undefined ? 'exception' : 'rejection');
        return;
      case 'run_finish':
        log.fileEnded();
        return;
      default:
    }
  });

  handlers.unshift(first);
  handlers.push(last);
  return true;
};
