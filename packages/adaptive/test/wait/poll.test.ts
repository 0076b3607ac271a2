import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineIn } from '../../src/deadline.js';
import { pauseMs, poll } from '../../src/wait/poll.js';
import { manualClock } from '../manual-clock.js';

const trueFrom = (clock: { now(): number }, at: number) => () =>
  clock.now() >= at ? ({ done: true, value: 'yes' } as const) : ({ done: false } as const);

describe('poll', () => {
  it('asks once even when the deadline is over from the beginning', async () => {
    const clock = manualClock();
    const outcome = await poll(trueFrom(clock, 0), { deadline: deadlineIn(0, clock) });
    expect(outcome).toMatchObject({ status: 'done', value: 'yes', polls: 1 });
  });

  it('times out as data, after a last look at the deadline', async () => {
    const clock = manualClock();
    const outcome = await poll(trueFrom(clock, 101), { deadline: deadlineIn(100, clock) });
    expect(outcome).toMatchObject({ status: 'timed-out', elapsedMs: 100, pending: false });
    expect(
      await poll(trueFrom(clock, clock.now() + 100), { deadline: deadlineIn(100, clock) }),
    ).toMatchObject({
      status: 'done',
    });
  });

  it('takes a condition that holds for true although the event loop was blocked past the deadline', async () => {
    const clock = manualClock();
    const probe = () => {
      const answer = trueFrom(clock, 50)();
      clock.advance(500);
      return answer;
    };
    expect(await poll(probe, { deadline: deadlineIn(100, clock) })).toMatchObject({
      status: 'done',
      polls: 2,
    });
  });

  it('hears an asynchronous answer that is given at once after the deadline', async () => {
    const clock = manualClock();
    let calls = 0;
    const probe = async () => {
      calls += 1;
      clock.advance(200);
      return calls > 1 ? ({ done: true, value: 1 } as const) : ({ done: false } as const);
    };
    expect(await poll(probe, { deadline: deadlineIn(100, clock) })).toMatchObject({
      status: 'done',
      polls: 2,
    });
  });

  it('says that an answer is still out when the time is over', async () => {
    const outcome = await poll(() => new Promise<never>(() => {}), { deadline: deadlineIn(5) });
    expect(outcome).toMatchObject({ status: 'timed-out', polls: 1, pending: true });
  });

  it('ends when the signal fires, also while an answer is out', async () => {
    const stop = new AbortController();
    const waiting = poll(() => new Promise<never>(() => {}), {
      deadline: deadlineIn(60_000),
      signal: stop.signal,
    });
    stop.abort();
    expect(await waiting).toMatchObject({ status: 'aborted' });
  });

  it('notices within 3 % of the elapsed time, 1 ms at least and 20 ms at most, on an ideal clock', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60_000 }), async (at) => {
        const clock = manualClock();
        const { elapsedMs } = await poll(trueFrom(clock, at), { deadline: deadlineIn(60_000, clock) });
        expect(elapsedMs - at).toBeGreaterThanOrEqual(0);
        expect(elapsedMs - at).toBeLessThanOrEqual(pauseMs(at));
      }),
      { numRuns: 50 },
    );
  });

  it('asks less often than every 10 ms from 2,500 ms on', async () => {
    for (const at of [2_500, 3_000, 10_000]) {
      const clock = manualClock();
      const { polls } = await poll(trueFrom(clock, at), { deadline: deadlineIn(60_000, clock) });
      expect(polls).toBeLessThan(at / 10);
    }
  });
});
