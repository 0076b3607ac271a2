import { guarded } from '@holdfast/journal';
import type { AttemptLog } from './attempt-log.js';
import {
  type CircusError,
  type CircusState,
  type CircusTest,
  keepRootBlock,
  titleOf,
} from './circus-state.js';

const promise = Promise.resolve();
const then = Promise.prototype.then;

/** Later in this turn, also where a test has put something else in the place of Promise. */
const soon = (action: () => void): void => {
  Reflect.apply(then, promise, [guarded(action)]);
};

/** Calls back after each assignment to a member of an object, which stays a plain member to everyone else. */
const watchMember = <Target extends object, Key extends keyof Target>(
  target: Target,
  key: Key,
  assigned: (value: Target[Key], before: Target[Key]) => void,
): void => {
  let held = target[key];
  Object.defineProperty(target, key, {
    configurable: true,
    enumerable: true,
    get: () => held,
    set: (value: Target[Key]) => {
      const before = held;
      held = value;
      assigned(value, before);
    },
  });
};

/** Whether circus only passes by: it starts skipped tests too, and says afterwards that they were skipped. */
const isPassedOver = (test: CircusTest, state: CircusState): boolean =>
  test.parent.mode === 'skip' ||
  test.mode === 'skip' ||
  test.mode === 'todo' ||
  (state.hasFocusedTests && test.mode === undefined) ||
  (state.testNamePattern !== null && !state.testNamePattern.test(titleOf(test).join(' ')));

/**
 * Jest 29: circus' events cannot be heard, but what they do to its state can be seen. A test becomes the current one
 * when an attempt starts and stops being it when body and hooks are done; then its list of errors is replaced twice,
 * by the wording of node:assert's errors and by the assertions that were expected and did not come.
 */
export const followState = (state: CircusState, log: AttemptLog): void => {
  const replacements = new Map<CircusTest, number>();
  const watched = new Set<CircusTest>();

  const errorsReplaced = guarded((test: CircusTest): void => {
    const count = replacements.get(test);
    if (count === undefined) return;
    replacements.set(test, count + 1);
    if (count === 0) return;
    replacements.delete(test);
    // Suppressed errors come in the same turn, in a replacement of their own.
    soon(() => log.ended(test));
  });

  const began = (test: CircusTest): void => {
    for (const late of replacements.keys()) log.ended(late);
    replacements.clear();
    if (isPassedOver(test, state)) return;
    if (!watched.has(test)) {
      watched.add(test);
      watchMember(test, 'errors', () => errorsReplaced(test));
    }
    // Circus counts the attempt right after it has made the test the current one.
    log.started(test, test.invocations + 1);
  };

  watchMember(
    state,
    'currentlyRunningTest',
    guarded((test: CircusTest | null, before: CircusTest | null): void => {
      if (test !== null) began(test);
      else if (before !== null) {
        log.settled(before);
        replacements.set(before, 0);
      }
    }),
  );
};

/** Hears of errors that belong to no test the moment circus keeps them, in 29.7 and 30. */
export const followLeftOvers = (state: CircusState, log: AttemptLog): void => {
  const errors = state.unhandledErrors;
  const push = errors.push;
  Object.defineProperty(errors, 'push', {
    configurable: true,
    writable: true,
    value: (...added: CircusError[]): number => {
      for (const error of added) guarded(() => log.leftOver(error))();
      return Reflect.apply(push, errors, added) as number;
    },
  });
};

/** Jest 29: circus reads its tree of tests once before the first test and once after the last. */
export const followEnd = (state: CircusState, log: AttemptLog): void => {
  keepRootBlock(state);
  const root = state.rootDescribeBlock;
  let ended = false;
  Object.defineProperty(state, 'rootDescribeBlock', {
    configurable: true,
    enumerable: true,
    get: () => {
      if (state.hasStarted && !ended) {
        ended = true;
        guarded(() => log.fileEnded())();
      }
      return root;
    },
  });
};
