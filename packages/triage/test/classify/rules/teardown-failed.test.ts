import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const message =
  'Teardown of "orders > pays": 1 of 2 steps failed; the others ran.\n  stop the server: Error: still busy';
const teardown = { message, name: 'HoldfastError', code: 'HOLDFAST_TEARDOWN_FAILED' };

it('says of a failed teardown that the body was through, and leaves open whose fault it is', () => {
  const verdict = classify(failureOf(teardown));
  expect(verdict.category).toBe('UNKNOWN');
  expect(verdict.evidence.map(({ rule }) => rule)).toContain('teardown-failed');
});

it('lets the error of a step decide', () => {
  const cause = { name: 'Error', message: 'connect ECONNREFUSED 127.0.0.1:5432', code: 'ECONNREFUSED' };
  expect(classify(failureOf({ message, attempt: { errors: [{ ...teardown, cause }] } }))).toMatchObject({
    category: 'ENVIRONMENT',
    cause: 'service-unreachable',
  });
});

it('has no opinion on an error that only speaks of teardown', () => {
  const verdict = classify(failureOf({ message, name: 'Error' }));
  expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('teardown-failed');
});

describe('what broke in a teardown', () => {
  const stepOf = (name: string, frame: string) => ({
    name,
    message: 'the server is still busy',
    stack: `${name}: the server is still busy\n    at ${frame}`,
  });
  const inScope = (step: object) =>
    classify(
      failureOf({
        message,
        file: 'test/orders.test.ts',
        attempt: { errors: [{ ...teardown, errors: [step as never] }] },
      }),
    );
  const inHook = (name: string, frame: string, phase: 'afterEach' | 'test' = 'afterEach') =>
    classify(failureOf({ ...stepOf(name, frame), file: 'test/orders.test.ts', attempt: { phase } }));
  const OWN = '/app/test/orders.test.ts:9:3';
  const PRODUCT = 'Server.close (/app/src/server.ts:9:3)';

  it('is the test’s where a step of its scope threw it itself', () => {
    expect(inScope(stepOf('Error', OWN))).toMatchObject({ category: 'TEST_DESIGN', standing: 'suspected' });
  });

  it('is not known to be the test’s where the product threw under the step', () => {
    expect(inScope(stepOf('Error', PRODUCT)).category).not.toBe('TEST_DESIGN');
  });

  it('is the test’s where the code of its own hook broke', () => {
    expect(inHook('TypeError', OWN).category).toBe('TEST_DESIGN');
  });

  it('stays open where a hook reports what it found', () => {
    expect(inHook('Error', OWN).category).toBe('UNKNOWN');
    expect(inHook('AssertionError', OWN).evidence.map(({ rule }) => rule)).not.toContain('teardown-failed');
  });

  it('is its limit where the runner says that it took too long, from where the hook was registered', () => {
    const message = 'Hook timed out in 200ms.';
    const stack = `Error: STACK_TRACE_ERROR\n    at ${OWN}`;
    for (const phase of ['afterEach', 'afterAll'] as const) {
      const failure = { name: 'Error', message, stack, file: 'test/orders.test.ts', attempt: { phase } };
      expect(classify(failureOf(failure))).toMatchObject({ cause: 'timeout-budget', standing: 'suspected' });
    }
  });

  it('is no teardown in the test itself', () => {
    expect(inHook('TypeError', OWN, 'test').evidence.map(({ rule }) => rule)).not.toContain(
      'teardown-failed',
    );
  });
});
