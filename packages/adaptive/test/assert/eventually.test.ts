import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../src/assert/eventually.js';
import { connectEvidence, type EvidencePort } from '../../src/port.js';

const failure = (
  promise: Promise<unknown>,
): Promise<Error & { code?: string; details?: Record<string, unknown> }> =>
  promise.then(
    () => Promise.reject(new Error('nothing was thrown')),
    (error) => error,
  );
const trueAfter = (polls: number) => {
  let count = 0;
  return () => ++count > polls;
};

afterEach(() => {
  vi.useRealTimers();
  connectEvidence(undefined);
});

describe('eventually', () => {
  it('gives the value once it is true', async () => {
    let count = 0;
    expect(await eventually(() => (++count > 3 ? `after ${count}` : ''))).toBe('after 4');
    expect(await eventually(async () => ++count > 8 && count)).toBe(9);
  });

  it('waits for an assertion that stops throwing', async () => {
    let count = 0;
    await eventually(() => {
      count += 1;
      expect(count).toBe(3);
    });
    expect(count).toBe(3);
  });

  it('waits for the value that until accepts, undefined included', async () => {
    const values = [undefined, 0, 5, undefined];
    let at = 0;
    const next = (): number | undefined => values[at++];
    expect(await eventually(next, { until: (value) => value === 5 })).toBe(5);
    expect(await eventually(next, { until: (value) => value === undefined })).toBeUndefined();
  });

  it('goes on under fake timers', async () => {
    vi.useFakeTimers();
    expect(await eventually(trueAfter(5))).toBe(true);
  });

  it('says what it waited for, how long, how often and what it saw last', async () => {
    const error = await failure(eventually(() => false, { within: 5, what: 'an order' }));
    expect(error).toMatchObject({ name: 'HoldfastError', code: 'HOLDFAST_WAIT_TIMED_OUT' });
    expect(error.message).toMatch(
      /^Waited [\d,.]+ ms( \(asked 5 ms; [^)]+\))? for an order, in vain \(\d+ polls?\)\.$/m,
    );
    expect(error.message).toMatch(/^Last value: false$/m);
    expect(error.message).toMatch(/^It did not come true in the [\d.]+ ms after that either\.$/m);
    expect(error.details).toMatchObject({ askedMs: 5, lastValue: 'false', pending: false });
  });

  it('carries the last error of an assertion as its cause, and repeats its gist', async () => {
    const cause = new Error('expected 2 to be 3');
    const check = (): void => {
      throw cause;
    };
    const error = await failure(eventually(check, { within: 5 }));
    expect(error.cause).toBe(cause);
    expect(error.message).toContain('for `check()`, in vain');
    expect(error.message).toContain('Last error: Error: expected 2 to be 3');
  });

  it('says when it came true right after the limit', async () => {
    let looks = 0;
    let inTime = true;
    const port: EvidencePort = { record: vi.fn() };
    connectEvidence(port);
    const late = (): boolean => {
      looks += 1;
      // The second look finds the time over, the one after that sees it come true.
      if (looks === 1) for (const end = performance.now() + 200; performance.now() < end; ) inTime = true;
      if (looks > 2) inTime = false;
      return !inTime;
    };
    const error = await failure(eventually(late, { within: 1 }));
    expect(error.message).toMatch(/It came true right after, at [\d,.]+ ms: the limit was too short\.$/);
    expect(port.record).toHaveBeenCalledWith('wait.late', expect.objectContaining({ askedMs: 1 }));
    expect(error.details?.trueAfterMs).toBeTypeOf('number');
  });

  it('tells what it waited for in vain as evidence', async () => {
    const record = vi.fn();
    connectEvidence({ record });
    await failure(eventually(() => false, { within: 5, what: 'an order' }));
    expect(record).toHaveBeenCalledExactlyOnceWith('wait', expect.objectContaining({ for: 'an order' }));
  });

  it('says that the last poll had not answered', async () => {
    const error = await failure(eventually(() => new Promise<boolean>(() => {}), { within: 5 }));
    expect(error.message).toContain('The last poll had not answered yet.');
  });

  it('takes a condition for true only if it holds long enough', async () => {
    const seen: number[] = [];
    const start = performance.now();
    let looks = 0;
    await eventually(
      () => {
        looks += 1;
        // True at first, then once false, then true to the end.
        if (looks !== 2) return true;
        seen.push(performance.now() - start);
        return false;
      },
      { holdsFor: 30 },
    );
    expect(seen).toHaveLength(1);
    expect(performance.now() - start).toBeGreaterThanOrEqual((seen[0] ?? 0) + 29);
  });

  it('fails when it is true too early', async () => {
    const error = await failure(eventually(() => true, { atLeast: 500 }));
    expect(error).toMatchObject({ code: 'HOLDFAST_WAIT_TOO_EARLY' });
    expect(error.message).toMatch(/came true after .* ms, and must not before 500 ms\.$/);
  });

  it('gives up at once when what it sees can no longer become true', async () => {
    const cause = new Error('the process has exited');
    const check = (): boolean => {
      throw cause;
    };
    const error = await failure(
      eventually(check, { within: 60_000, giveUpWhen: ({ error: seen }) => seen === cause }),
    );
    expect(error).toMatchObject({ code: 'HOLDFAST_WAIT_GAVE_UP', cause });
  });

  it('throws the reason of its signal', async () => {
    const reason = new Error('stop');
    await expect(eventually(() => false, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it.each([
    [{ within: Number.NaN }, '`within` must be a finite number from 0 (milliseconds); got NaN.'],
    [{ within: -1 }, '`within` must be a finite number from 0 (milliseconds); got -1.'],
    [
      { within: Number.POSITIVE_INFINITY },
      '`within` must be a finite number from 0 (milliseconds); got Infinity.',
    ],
    [{ within: '5' }, "`within` must be a finite number from 0 (milliseconds); got '5'."],
    [
      { holdsFor: 9_999 },
      '`holdsFor` must be a finite number from 0 to 1000 (milliseconds, not above `within`); got 9999.',
    ],
    [{ withn: 5 }, '`eventually` has no option `withn`'],
    [{ until: 3 }, '`until` must be a function; got number.'],
  ])('refuses %o', async (options, message) => {
    const error = await failure(eventually(() => true, options as object));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(message);
  });

  it('names the option that was probably meant', async () => {
    const error = await failure(eventually(() => true, { withn: 5 } as object));
    expect(error.message).toMatch(/Did you mean `within`\?$/);
  });
});
