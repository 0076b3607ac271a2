import type { Recorder } from '@holdfast/journal';
import { expect, test } from 'vitest';
import { AttemptLog } from '../../src/circus/attempt-log.js';
import {
  type CircusBlock,
  type CircusHook,
  type CircusState,
  type CircusTest,
  rootBlockOf,
} from '../../src/circus/circus-state.js';
import { followEnd, followLeftOvers, followState } from '../../src/circus/follow-state.js';

type Open<Value> = { -readonly [Key in keyof Value]: Value[Key] };

const recording = () => {
  const told: string[] = [];
  let number = 0;
  const recorder: Recorder = {
    testStarted: ({ title, attempt, retryOf }) => {
      number = retryOf?.test ?? number + 1;
      told.push(`start ${title.join(' > ')} ${attempt}`);
      return { test: number, attempt };
    },
    attemptError: (_ref, { phase, error }) => told.push(`error ${phase} ${String((error as Error).message)}`),
    testEnded: ({ attempt }, status) => told.push(`end ${attempt} ${status}`),
    fileError: ({ phase, title, error }) =>
      told.push(`file ${phase} ${title?.join(' > ') ?? ''} ${String((error as Error).message)}`),
    evidence: (ref, name) => told.push(`evidence ${name} ${ref?.test ?? 'file'}`),
    lease: () => () => {},
    fileEnded: () => told.push('file ends'),
  };
  return { told, recorder };
};

const block = (name: string, parent?: CircusBlock, hooks: CircusHook[] = []): CircusBlock => ({
  name,
  parent,
  hooks,
  children: [],
});

const testIn = (parent: CircusBlock, name: string, more: Partial<CircusTest> = {}): Open<CircusTest> => {
  const made = { name, parent, asyncError: new Error(name), invocations: 0, errors: [], ...more };
  (parent.children as CircusTest[]).push(made);
  return made;
};

const stateOf = (rootDescribeBlock: CircusBlock): Open<CircusState> => ({
  currentlyRunningTest: null,
  rootDescribeBlock,
  hasFocusedTests: false,
  hasStarted: true,
  testNamePattern: null,
  testTimeout: 5000,
  unhandledErrors: [],
});

/** What Jest 29.7 does to its state for one attempt. */
const attempt = async (
  state: Open<CircusState>,
  one: Open<CircusTest>,
  errors: unknown[],
  late: unknown[] = [],
  during: () => void = () => {},
) => {
  state.currentlyRunningTest = one;
  during();
  one.invocations += 1;
  one.errors = [...one.errors, ...errors];
  state.currentlyRunningTest = null;
  one.errors = one.errors.map((error) => error);
  one.errors = [...one.errors, ...late];
  await Promise.resolve();
};

const watched = (root: CircusBlock) => {
  const { told, recorder } = recording();
  const state = stateOf(root);
  const log = new AttemptLog(state, recorder);
  followLeftOvers(state, log);
  followState(state, log);
  followEnd(state, log);
  return { told, state, log };
};

test('every attempt is told with the phase that its errors came from', async () => {
  const before: CircusHook = { type: 'beforeEach', asyncError: new Error('mark') };
  const group = block('group', block('ROOT_DESCRIBE_BLOCK'), [before]);
  const { told, state } = watched(group.parent as CircusBlock);
  const one = testIn(group, 'one');
  await attempt(state, one, [
    [new Error('body'), one.asyncError],
    [new Error('hook'), before.asyncError],
  ]);
  one.errors = [];
  await attempt(state, one, [], [new Error('expected assertions')]);
  one.errors = [];
  await attempt(state, one, []);
  expect(told).toEqual([
    'start group > one 1',
    'error test body',
    'error beforeEach hook',
    'end 1 failed',
    'start group > one 2',
    'error test expected assertions',
    'end 2 failed',
    'start group > one 3',
    'end 3 passed',
  ]);
});

test('tests that circus passes over are not told', async () => {
  const root = block('ROOT_DESCRIBE_BLOCK');
  const { told, state } = watched(root);
  state.testNamePattern = /wanted/i;
  for (const one of [
    testIn(root, 'wanted but skipped', { mode: 'skip' }),
    testIn(root, 'wanted later', { mode: 'todo' }),
    testIn(root, 'other'),
    testIn({ ...block('skipped', root), mode: 'skip' }, 'wanted inside'),
  ]) {
    state.currentlyRunningTest = one;
  }
  await attempt(state, testIn(root, 'wanted'), []);
  expect(told).toEqual(['start wanted 1', 'end 1 passed']);
});

test('errors that no test owns are told at once, hooks with their group', () => {
  const after: CircusHook = { type: 'afterAll', asyncError: new Error('mark') };
  const root = block('ROOT_DESCRIBE_BLOCK');
  (root.children as CircusBlock[]).push(block('group', root, [after]));
  const { told, state } = watched(root);
  expect(state.unhandledErrors.push([new Error('hook'), after.asyncError], new Error('loose'))).toBe(2);
  expect(state.unhandledErrors).toHaveLength(2);
  expect(told).toEqual(['file afterAll group hook', 'file after-end  loose']);
});

test('reading the tree after the tests ends the file once, and what comes later is not told', () => {
  const { told, state } = watched(block('ROOT_DESCRIBE_BLOCK'));
  expect(state.rootDescribeBlock.name).toBe('ROOT_DESCRIBE_BLOCK');
  expect(state.rootDescribeBlock.name).toBe('ROOT_DESCRIBE_BLOCK');
  state.unhandledErrors.push(new Error('too late'));
  expect(told).toEqual(['file ends']);
});

test('a recorder that throws is not noticed', async () => {
  const root = block('ROOT_DESCRIBE_BLOCK');
  const state = stateOf(root);
  const broken = new Proxy(
    {},
    {
      get: () => () => {
        throw new Error('broken');
      },
    },
  ) as Recorder;
  const log = new AttemptLog(state, broken);
  followLeftOvers(state, log);
  followState(state, log);
  const one = testIn(root, 'one');
  await attempt(state, one, [new Error('body')]);
  state.unhandledErrors.push(new Error('loose'));
  expect(one.errors).toHaveLength(1);
  expect(state.unhandledErrors).toHaveLength(1);
});

test('the file does not end because Holdfast itself looks for its root block', () => {
  const root = block('ROOT_DESCRIBE_BLOCK');
  const { told, state } = watched(root);
  expect(rootBlockOf(state)).toBe(root);
  expect(told).toEqual([]);
  expect(state.rootDescribeBlock).toBe(root);
  expect(told).toEqual(['file ends']);
});

test('what is kept for a failure is told of the attempt that fails, with what was kept while the file loaded', async () => {
  const root = block('ROOT_DESCRIBE_BLOCK');
  const one = testIn(root, 'one');
  const { told, state, log } = watched(root);
  log.evidenceOnFailure(undefined, 'budget', { text: 'of the file' });
  const keep = (text: string) => () => log.evidenceOnFailure(one, 'budget', { text });
  await attempt(state, one, [], [], keep('of the first attempt'));
  expect(told.filter((line) => line.startsWith('evidence'))).toEqual([]);
  await attempt(state, one, [[new Error('late'), one.asyncError]], [], keep('of the second'));
  expect(told.filter((line) => line.startsWith('evidence'))).toEqual([
    'evidence budget 1',
    'evidence budget 1',
  ]);
});

test('a concurrent test of Jest 29 is told of what it kept before its start', async () => {
  const root = block('ROOT_DESCRIBE_BLOCK');
  const one = testIn(root, 'one', { concurrent: true });
  const { told, state, log } = watched(root);
  log.evidenceOnFailure(one, 'budget', { text: 'early' });
  await attempt(state, one, [[new Error('x'), one.asyncError]]);
  expect(told).toContain('evidence budget 1');
});

test('a fitted default limit is told of a test that fails by it, and not of one with a limit of its own', async () => {
  const root = block('ROOT_DESCRIBE_BLOCK');
  const [one, other] = [testIn(root, 'one'), testIn(root, 'other', { timeout: 100 })];
  const { told, recorder } = recording();
  const state = stateOf(root);
  state.testTimeout = 9_000;
  const fact = {
    what: 'limit',
    asked: '5,000 ms',
    fitted: '9,000 ms',
    text: 'limit 5,000 ms fitted',
  } as const;
  followState(state, new AttemptLog(state, recorder, { limitMs: 9_000, fact }));
  await attempt(state, one, [[new Error('x'), one.asyncError]]);
  await attempt(state, other, [[new Error('x'), other.asyncError]]);
  expect(told.filter((line) => line.startsWith('evidence'))).toEqual(['evidence budget 1']);
});
