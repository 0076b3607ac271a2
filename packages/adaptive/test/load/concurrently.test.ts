import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { concurrently } from '../../src/load/concurrently.js';
import { connectEvidence } from '../../src/port.js';

afterEach(() => {
  vi.useRealTimers();
  connectEvidence(undefined);
});

/** Lets one operation in at a time. */
const queueOf = (ms: number) => {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    last = last.then(() => sleep(ms));
    return last;
  };
};

describe('concurrently', () => {
  it('counts successes and failures, and groups errors that differ in figures only', async () => {
    const load = await concurrently(10, ({ index }) => {
      if (index < 6) throw Object.assign(new Error(`order ${index} was lost`), { code: 'ELOST' });
      if (index === 6) throw new Error('another');
    });
    expect(load).toMatchObject({ total: 10, successes: 3, failures: 7, rate: 0.3 });
    expect(load.errors.map(({ label, count }) => [label, count])).toEqual([
      ['Error ELOST: order # was lost', 6],
      ['Error: another', 1],
    ]);
    expect(load.errors[0]?.first).toMatchObject({ message: 'order 0 was lost' });
  });

  it('starts all in one turn of the event loop at the barrier', async () => {
    let turns = 0;
    let counting = true;
    const count = async () => {
      while (counting) {
        await turn();
        turns += 1;
      }
    };
    void count();
    const seen = new Set<number>();
    await concurrently(500, () => void seen.add(turns), { together: true });
    counting = false;
    expect(seen.size).toBe(1);
  });

  it('keeps to the limit', async () => {
    let inFlight = 0;
    let most = 0;
    const load = await concurrently(
      50,
      async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await turn();
        inFlight -= 1;
      },
      { limit: 7 },
    );
    expect(most).toBe(7);
    expect(load.overlap.peak).toBe(7);
    expect(load.successes).toBe(50);
  });

  it('tells operations that ran at the same time from those that ran one after another', async () => {
    const parallel = await concurrently(8, () => sleep(300), { together: true });
    expect(parallel.overlap.peak).toBe(8);
    expect(parallel.overlap.effective).toBeGreaterThan(2);
    const queued = await concurrently(8, queueOf(20), { together: true });
    expect(queued.overlap.peak).toBe(8);
    expect(queued.overlap.effective).toBeLessThan(1.5);
    expect(queued.overlap.slowestToMean).toBeGreaterThan(1.3);
  });

  it('takes the duration of one alone where it is given', async () => {
    const uneven = ({ index }: { index: number }) => sleep(index === 0 ? 1 : 300);
    const load = await concurrently(8, uneven, { together: true, alone: 300 });
    expect(load.overlap.effective).toBeGreaterThan(2);
  });

  it('fails what has not ended when the time is over, and says so to it', async () => {
    let signal: AbortSignal | undefined;
    const load = await concurrently(
      3,
      ({ index, signal: given }) => {
        signal = given;
        return index === 0 ? 'at once' : new Promise(() => {});
      },
      { timeLimit: 5, limit: 2 },
    );
    expect(load).toMatchObject({ successes: 1, failures: 2 });
    expect(load.errors.map(({ label, count }) => [label, count])).toEqual([['not finished in time', 2]]);
    expect(signal?.aborted).toBe(true);
  });

  it('counts what was never started', async () => {
    const load = await concurrently(500, () => new Promise(() => {}), { timeLimit: 5, limit: 2 });
    expect(load.errors.map(({ label, count }) => [label, count])).toEqual([
      ['not started in time', 498],
      ['not finished in time', 2],
    ]);
  });

  it('sees contention that operations report or fail by', async () => {
    const load = await concurrently(10, ({ index, contended }) => {
      if (index < 3) contended();
      if (index === 2 || index === 5) throw Object.assign(new Error('deadlock'), { code: '40P01' });
      if (index === 6) throw new Error('wrong');
    });
    expect(load.contention).toBe(4);
  });

  it('spreads starts by jitter, and goes on under fake timers', async () => {
    vi.useFakeTimers();
    const load = await concurrently(20, () => {}, { jitter: 20, together: true });
    expect(load.startSpreadMs).toBeGreaterThan(1);
  });

  it('runs 100,000 operations in memory that does not grow with what they return', async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const load = await concurrently(
      100_000,
      ({ index }) => {
        if (index % 10_000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers);
        return new Uint8Array(10_000);
      },
      { limit: 100 },
    );
    expect(load.successes).toBe(100_000);
    // All that they return is 1,000 MB; what is kept of them is less than 2.
    expect(most - before).toBeLessThan(300_000_000);
  });

  it('tells the evidence port', async () => {
    const recordOnFailure = vi.fn();
    connectEvidence({ record: () => {}, recordOnFailure });
    await concurrently(2, () => {});
    expect(recordOnFailure).toHaveBeenCalledWith('load', expect.objectContaining({ total: 2, successes: 2 }));
  });

  it('throws the reason of its signal', async () => {
    const reason = new Error('stop');
    const stop = new AbortController();
    const running = concurrently(5, () => new Promise(() => {}), { signal: stop.signal });
    stop.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(concurrently(1, () => {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it.each([
    [0, {}, '`n` must be a whole number from 1 to'],
    [Number.NaN, {}, '`n` must be'],
    ['5', {}, '`n` must be'],
    [Number.POSITIVE_INFINITY, {}, '`n` must be'],
    [5, { limit: 0 }, '`limit` must be'],
    [5, { limit: 3, together: true }, '`limit` must be at least n (5) with `together`'],
    [5, { jitter: -1 }, '`jitter` must be'],
    [5, { timeLimit: 0 }, '`timeLimit` must be'],
    [5, { alone: Number.NaN }, '`alone` must be'],
    [5, { together: 'false' }, "`together` must be true or false; got 'false'"],
    [5, { togehter: true }, 'Did you mean `together`?'],
  ])('refuses %s with %o', async (n, options, message) => {
    const error = await concurrently(n as number, () => {}, options as object).catch((reason) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(message);
  });
});
