import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { CircusState, CircusTest } from '../../src/circus/circus-state.js';
import { LateErrors } from '../../src/test-function/charge-late-errors.js';

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Circus as it stands between its tests, and a process that tells it of errors. */
const circus = () => {
  const charged: unknown[] = [];
  const parentProcess = new EventEmitter();
  const state = { currentlyRunningTest: null as { name: string } | null, parentProcess };
  parentProcess.on('unhandledRejection', () => charged.push(state.currentlyRunningTest?.name));
  parentProcess.on('other', () => charged.push(state.currentlyRunningTest?.name));
  const started: unknown[] = [];
  let held = state.currentlyRunningTest;
  Object.defineProperty(state, 'currentlyRunningTest', {
    configurable: true,
    get: () => held,
    set: (value) => {
      held = value;
      started.push(value?.name);
    },
  });
  return { state, charged, started, tell: (name: string) => parentProcess.emit(name, new Error('late')) };
};

const testNamed = (name: string) => ({ name }) as CircusTest;

it('charges an error to the test whose code set it off, and nobody sees another test begin', async () => {
  const { state, charged, started, tell } = circus();
  const late = new LateErrors(state as unknown as CircusState);
  const first = testNamed('first');
  state.currentlyRunningTest = first;
  const work = late.run(first, async () => {
    await later();
    tell('unhandledRejection');
    tell('other');
  });
  state.currentlyRunningTest = testNamed('second');
  await work;
  expect(charged).toEqual(['first', 'second']);
  expect(state.currentlyRunningTest.name).toBe('second');
  expect(started).toEqual(['first', 'second']);
});

it('leaves an error to the test that runs where nobody knows better, and after the file', async () => {
  const { state, charged, tell } = circus();
  const late = new LateErrors(state as unknown as CircusState);
  const first = testNamed('first');
  const work = late.run(first, async () => {
    await later();
    tell('unhandledRejection');
  });
  state.currentlyRunningTest = testNamed('second');
  tell('unhandledRejection');
  late.end();
  await work;
  expect(charged).toEqual(['second', 'second']);
});
