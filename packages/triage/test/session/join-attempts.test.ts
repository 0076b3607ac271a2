import type { RecordedAttempt, RecordedTest } from '@holdfast/journal';
import { describe, expect, it } from 'vitest';
import { joinAttempts } from '../../src/session/join-attempts.js';
import { testOf } from './session.fixture.js';

const attempt = (
  number: number,
  status: RecordedAttempt['status'],
  ...messages: readonly string[]
): RecordedAttempt => ({
  number,
  status,
  durationMs: 10 * number,
  errors: messages.map((message) => ({ at: number, phase: 'test', error: { message }, limitMs: 5_000 })),
});

const recorded = (...attempts: readonly RecordedAttempt[]): RecordedTest => ({
  path: '/srv/app/tests/a.test.ts',
  title: ['a'],
  occurrence: 0,
  startedAt: 1,
  attempts,
  evidence: [],
  openAtEnd: false,
});

const told = (...args: Parameters<typeof joinAttempts>) => {
  const { attempts, complete } = joinAttempts(...args);
  return {
    complete,
    attempts: attempts.map(({ status, errors }) => [status, ...errors.map(({ message }) => message)]),
  };
};

describe('joinAttempts', () => {
  it('takes the runner’s word where there is no journal, and says what is not known', () => {
    const outcome = testOf('a', { attempts: 3, errors: [{ message: 'last' }] });
    expect(told(outcome, undefined, false)).toEqual({
      complete: false,
      attempts: [['failed'], ['failed'], ['failed', 'last']],
    });
  });

  it('shares out the errors of a runner that keeps all of them', () => {
    const errors = [{ message: 'one' }, { message: 'two' }];
    expect(told(testOf('a', { attempts: 2, errors }), undefined, true)).toEqual({
      complete: true,
      attempts: [
        ['failed', 'one'],
        ['failed', 'two'],
      ],
    });
    expect(told(testOf('a', { attempts: 3, errors, status: 'passed' }), undefined, true)).toEqual({
      complete: true,
      attempts: [['failed', 'one'], ['failed', 'two'], ['passed']],
    });
  });

  it('leaves several errors of one attempt together where the runner keeps the last attempt alone', () => {
    const errors = [{ message: 'test' }, { message: 'afterEach' }];
    expect(told(testOf('a', { attempts: 2, errors }), undefined, false).attempts).toEqual([
      ['failed'],
      ['failed', 'test', 'afterEach'],
    ]);
  });

  it('takes every attempt from the journal', () => {
    const outcome = testOf('a', { attempts: 2, errors: [{ message: 'second' }] });
    const test = recorded(attempt(1, 'failed', 'first'), attempt(2, 'failed', 'second'));
    expect(told(outcome, test, false)).toEqual({
      complete: true,
      attempts: [
        ['failed', 'first'],
        ['failed', 'second'],
      ],
    });
    expect(joinAttempts(outcome, test, false).attempts[0]).toMatchObject({ durationMs: 10, limitMs: 5_000 });
  });

  it('fills in an error that the journal did not see', () => {
    const outcome = testOf('a', { errors: [{ message: 'Exceeded timeout' }] });
    expect(told(outcome, recorded(attempt(1, 'open')), false).attempts).toEqual([
      ['failed', 'Exceeded timeout'],
    ]);
  });

  it('adds what only the runner saw, and repeats nothing', () => {
    const errors = [{ message: 'Error: from the test' }, { message: 'from a hook' }];
    expect(
      told(testOf('a', { errors }), recorded(attempt(1, 'failed', 'from the test')), false).attempts,
    ).toEqual([['failed', 'from the test', 'from a hook']]);
  });

  it('believes the runner how the test ended', () => {
    const expectedToFail = testOf('a', { errors: [{ message: 'Expect test to fail' }] });
    expect(told(expectedToFail, recorded(attempt(1, 'passed')), false).attempts).toEqual([
      ['failed', 'Expect test to fail'],
    ]);
    const flaky = testOf('a', { status: 'passed', attempts: 2 });
    expect(
      told(flaky, recorded(attempt(1, 'failed', 'x'), attempt(2, 'failed', 'y')), false).attempts,
    ).toEqual([['failed', 'x'], ['passed']]);
  });

  it('says so where the journal has fewer attempts than the runner counted', () => {
    const outcome = testOf('a', { attempts: 3, errors: [{ message: 'x' }] });
    expect(told(outcome, recorded(attempt(3, 'failed', 'x')), false).complete).toBe(false);
  });

  it('says of a test that had passed that its error came after the end', () => {
    const late = {
      at: 9,
      phase: 'after-end' as const,
      error: { message: 'late', stack: 'late\n    at a.ts:1:1' },
    };
    const test = recorded({ ...attempt(1, 'passed'), errors: [late] });
    const lateAttempt = (...messages: readonly string[]) =>
      joinAttempts(testOf('a', { errors: messages.map((message) => ({ message })) }), test, false)
        .attempts[0];
    expect(lateAttempt('late')).toMatchObject({ status: 'failed', phase: 'after-end', errors: [late.error] });
    expect(lateAttempt('late', 'from a hook')).toMatchObject({ phase: 'test', errors: [{}, {}] });
    expect(lateAttempt()).toMatchObject({ phase: 'test', errors: [] });
  });

  it('gives errors after the end no place among the attempts', () => {
    const late = { at: 9, phase: 'after-end' as const, error: { message: 'late' } };
    const test = recorded({
      ...attempt(1, 'failed', 'x'),
      errors: [...attempt(1, 'failed', 'x').errors, late],
    });
    expect(told(testOf('a', { errors: [{ message: 'x' }] }), test, false).attempts).toEqual([
      ['failed', 'x'],
    ]);
  });
});
