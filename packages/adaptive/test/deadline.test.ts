import { describe, expect, it } from 'vitest';
import { deadlineIn, inTime } from '../src/deadline.js';
import { manualClock } from './manual-clock.js';

describe('a deadline', () => {
  it('is absolute: what is left shrinks as time passes, and never below 0', () => {
    const clock = manualClock();
    const deadline = deadlineIn(100, clock);
    clock.advance(40);
    expect([deadline.elapsedMs(), deadline.remainingMs(), deadline.isOver()]).toEqual([40, 60, false]);
    clock.advance(100);
    expect([deadline.remainingMs(), deadline.isOver()]).toEqual([0, true]);
  });
});

describe('inTime', () => {
  it('gives value and error as data', async () => {
    const deadline = deadlineIn(60_000);
    expect(await inTime(Promise.resolve(7), deadline)).toEqual({ status: 'done', value: 7 });
    const error = new Error('no');
    expect(await inTime(Promise.reject(error), deadline)).toEqual({ status: 'failed', error });
  });

  it('times out, and a late rejection is nobody’s', async () => {
    let refuse: (reason: unknown) => void = () => {};
    const late = new Promise<never>((_, reject) => {
      refuse = reject;
    });
    expect(await inTime(late, deadlineIn(1))).toEqual({ status: 'timed-out' });
    refuse(new Error('late'));
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('hears the signal before and while it waits', async () => {
    const never = new Promise<never>(() => {});
    expect(await inTime(never, deadlineIn(60_000), AbortSignal.abort())).toEqual({ status: 'aborted' });
    const stop = new AbortController();
    const waiting = inTime(never, deadlineIn(Number.POSITIVE_INFINITY), stop.signal);
    stop.abort();
    expect(await waiting).toEqual({ status: 'aborted' });
  });
});
