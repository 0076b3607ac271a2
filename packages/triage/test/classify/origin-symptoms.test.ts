import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import { failureOf } from './failure-of.js';

const judged = (sample: Parameters<typeof failureOf>[0]) => {
  const { category, cause } = classify(failureOf(sample));
  return `${category}/${cause}`;
};

describe('symptoms of pools, workers and faults', () => {
  it('an await limit shorter than the start-up of its workers is a budget', () => {
    const message =
      'exited in: Task.await_many([%Task{}, %Task{}], 10000)\n    ** (EXIT) time out\nstacktrace:\n  test/support/pool_helpers.ex:144: run_concurrent_operations/2';
    expect(judged({ message })).toBe('CONFIGURATION/timeout-budget');
  });

  it('a check-out that timed out is an exhausted pool', () => {
    expect(
      judged({ message: 'Pool timeout: {:timeout, {NimblePool, :checkout, [:test_pool_547_pool]}}' }),
    ).toBe('CONFIGURATION/pool-exhausted');
    expect(
      judged({
        message:
          '{:error, {:timeout_error, :checkout_timeout, "No workers available", %{pool_name: :test_pool_concurrent_pool}}}',
      }),
    ).toBe('CONFIGURATION/pool-exhausted');
  });

  it('a name that is taken is a conflict', () => {
    expect(
      judged({
        message: '** (EXIT from #PID<0.372.0>) {:pool_start_failed, {:already_started, #PID<0.367.0>}}',
      }),
    ).toBe('CONFIGURATION/name-conflict');
  });

  it('a process or bridge that is not running is an unreachable service', () => {
    expect(
      judged({
        message:
          "no process: the process is not alive or there's no process currently associated with the given name",
      }),
    ).toBe('ENVIRONMENT/service-unreachable');
    expect(judged({ message: 'Python bridge not running' })).toBe('ENVIRONMENT/service-unreachable');
  });

  it('the wrong adapter points at global state that another test changed', () => {
    expect(
      judged({
        message:
          'Assertion with == failed\ncode:  assert resolved_adapter == App.Adapters.PythonPort\nleft:  App.Adapters.Mock\nright: App.Adapters.PythonPort',
      }),
    ).toBe('TEST_DESIGN/leaked-state');
  });

  it('an exit cascade comes from a tear-down that does not wait', () => {
    expect(judged({ message: '** (EXIT from #PID<0.7979.0>) shutdown' })).toBe('TEST_DESIGN/leaked-handle');
  });

  it('one more than the expected count of an enumeration is a stale expectation', () => {
    expect(
      judged({
        message:
          'Assertion with == failed\ncode:  assert length(sm.transition_history) == 6\nleft:  7\nright: 6',
        title: 'worker state machine handles all transitions correctly',
      }),
    ).toBe('TEST_DESIGN/stale-expectation');
  });

  it('contention that a fast machine does not show is demanded in vain', () => {
    expect(
      judged({
        message:
          'assert auth_contentions >= 1, "Should experience some auth contention under load"\nAssertionError: Should experience some auth contention under load\nassert 0 >= 1',
      }),
    ).toBe('TEST_DESIGN/unrealistic-expectation');
    expect(
      judged({
        message: 'expected 0 to be greater than or equal to 1',
        title: 'load > should see contention on the lock',
      }),
    ).toBe('TEST_DESIGN/unrealistic-expectation');
  });

  it('none of n succeeded means a command that the mock does not know', () => {
    const verdict = classify(
      failureOf({
        message: 'assert result.successful_operations >= 6\nleft: 0\nright: 6',
        title: 'pool operations with bridge mocks',
      }),
    );
    expect(`${verdict.category}/${verdict.cause}`).toBe('TEST_DESIGN/mock-gap');
    expect(verdict.why).toContain('None of 6 succeeded');
  });

  it('some of n succeeded under injected faults is a demand that does not allow for them', () => {
    expect(
      judged({
        message: 'expected 5 to be greater than or equal to 10',
        title: 'pool chaos > worker failures during concurrent operations',
      }),
    ).toBe('TEST_DESIGN/unrealistic-expectation');
  });

  it('operations that ran one after another are named', () => {
    expect(
      judged({ message: 'Operations appear to be serialized (max: 10398.913ms, avg: 2080.3638ms)' }),
    ).toBe('TEST_DESIGN/unrealistic-expectation');
  });

  it('a database pool at its limit in Python is an exhausted pool', () => {
    expect(
      judged({
        message: 'QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00',
      }),
    ).toBe('CONFIGURATION/pool-exhausted');
  });

  it('an asyncio time-out is a budget until more is known', () => {
    expect(judged({ message: 'asyncio.exceptions.TimeoutError', name: 'TimeoutError' })).toBe(
      'CONFIGURATION/timeout-budget',
    );
  });

  it('a port used after its owner had gone is a leaked handle', () => {
    expect(
      judged({ message: '** (ArgumentError) argument error\n    :erlang.port_command(#Port<0.8>, "x")' }),
    ).toBe('TEST_DESIGN/leaked-handle');
  });
});
