import type { Recorder } from '@holdfast/journal';
import { expect, it } from 'vitest';
import { AttemptLog } from '../../src/circus/attempt-log.js';
import type { CircusBlock, CircusState, CircusTest } from '../../src/circus/circus-state.js';
import { followEvents } from '../../src/circus/follow-events.js';

const block: CircusBlock = { name: 'ROOT_DESCRIBE_BLOCK', hooks: [], children: [] };
const state = { rootDescribeBlock: block, testTimeout: 5000, unhandledErrors: [] } as unknown as CircusState;

const evidenceOf = (
  errors: readonly unknown[],
  nobodyCaught: unknown,
  promise?: unknown,
): readonly unknown[] => {
  const told: unknown[] = [];
  const recorder = {
    testStarted: () => ({}),
    attemptError: () => {},
    testEnded: () => {},
    evidence: (_test: unknown, name: string, data: unknown) => told.push([name, data]),
  } as unknown as Recorder;
  const sandbox = { [Symbol.for('EVENT_HANDLERS')]: [() => {}] as ((event: object) => void)[] };
  expect(followEvents(sandbox, new AttemptLog(state, recorder))).toBe(true);
  const test: CircusTest = { name: 'pays', parent: block, invocations: 1, errors };
  const events = [
    { name: 'test_started', test },
    { name: 'error', error: nobodyCaught, promise },
    { name: 'test_done', test },
  ];
  for (const event of events)
    for (const handler of sandbox[Symbol.for('EVENT_HANDLERS')] ?? []) handler(event);
  return told;
};

const lost = new Error('lost');

it('says of a test whose first error nobody caught that it was so', () => {
  const thrown = [['error.unhandled', { origin: 'exception' }]];
  expect(evidenceOf([lost], lost)).toEqual(thrown);
  expect(evidenceOf([[lost, new Error('mark')]], lost)).toEqual(thrown);
  expect(evidenceOf([lost], lost, Promise.resolve())).toEqual([['error.unhandled', { origin: 'rejection' }]]);
});

it('says nothing of it where the test failed by itself first, or passed', () => {
  expect(evidenceOf([new Error('own'), lost], lost)).toEqual([]);
  expect(evidenceOf([], lost)).toEqual([]);
});
