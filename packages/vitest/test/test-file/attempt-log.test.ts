import type { Recorder, TestRef } from '@holdfast/journal';
import { expect, test } from 'vitest';
import { AttemptLog } from '../../src/test-file/attempt-log.js';
import type { RunningTest } from '../../src/test-file/runner-task.js';

const logged = () => {
  const told: [test: number | undefined, name: string, data: unknown][] = [];
  let count = 0;
  const recorder: Recorder = {
    testStarted: ({ attempt }) => ({ test: ++count, attempt }),
    attemptError: () => {},
    testEnded: () => {},
    fileError: () => {},
    evidence: (ref: TestRef | undefined, name, data) => told.push([ref?.test, name, data]),
    lease: () => () => {},
    fileEnded: () => {},
  };
  const fact = { what: 'limit', asked: '5 s', fitted: '9 s', text: 'limit 5 s fitted to 9 s' } as const;
  return { told, log: new AttemptLog('/a.test.ts', recorder, { test: { limitMs: 9_000, fact } }) };
};

const running = (name: string, timeout?: number): RunningTest =>
  ({ type: 'test', id: name, name, mode: 'run', timeout, result: { errors: [] } }) as unknown as RunningTest;

const end = (one: RunningTest, error?: unknown): void => {
  const open = one as unknown as { result: unknown; onFinished?: (() => void)[] };
  open.result = error === undefined ? { state: 'pass', errors: [] } : { state: 'fail', errors: [error] };
  for (const finish of open.onFinished ?? []) finish();
};

test('what is kept for a failure is told of the test that fails, with what was kept before the tests', () => {
  const { told, log } = logged();
  log.evidenceOnFailure('budget', { text: 'of the file' });
  const [passing, failing] = [running('passes'), running('fails')];
  log.started(passing);
  log.evidenceOnFailure('budget', { text: 'of the first' });
  end(passing);
  log.started(failing);
  log.evidenceOnFailure('budget', { text: 'of the second' });
  end(failing, new Error('x'));
  expect(told).toEqual([
    [2, 'budget', { text: 'of the file' }],
    [2, 'budget', { text: 'of the second' }],
  ]);
});

test('what is kept while several tests run is charged to the file', () => {
  const { told, log } = logged();
  const [one, other] = [running('one'), running('other')];
  log.started(one);
  log.started(other);
  log.evidenceOnFailure('budget', { text: 'of one of them' });
  end(one, new Error('x'));
  end(other);
  expect(told).toEqual([[undefined, 'budget', { text: 'of one of them' }]]);
});

test('a fitted default limit is told of a test that goes by it', () => {
  const { told, log } = logged();
  const [byDefault, byItsOwn] = [running('default', 9_000), running('own', 100)];
  log.started(byDefault);
  end(byDefault, new Error('x'));
  log.started(byItsOwn);
  end(byItsOwn, new Error('x'));
  expect(told.map(([test]) => test)).toEqual([1]);
});
