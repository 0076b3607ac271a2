import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectEvidence } from '../../src/port.js';
import { nextDelay } from '../../src/retry/next-delay.js';
import { retry, retryWith } from '../../src/retry/retry.js';
import { transientKind } from '../../src/retry/transient-kind.js';
import { manualClock } from '../manual-clock.js';

const coded = (code: string, message = code): Error => Object.assign(new Error(message), { code });
const refused = coded('ECONNREFUSED');
const failing = (times: number, error: unknown) => {
  let calls = 0;
  const run = (): number => {
    calls += 1;
    if (calls <= times) throw error;
    return calls;
  };
  return { run, calls: () => calls };
};

const facts: { name: string; data: Record<string, unknown> }[] = [];
beforeEach(() => {
  facts.length = 0;
  connectEvidence({ record: (name, data) => facts.push({ name, data: data as Record<string, unknown> }) });
});
afterEach(() => {
  connectEvidence(undefined);
  vi.useRealTimers();
});

const parts = () => ({ clock: manualClock(), random: () => 0.5 });

describe('retry', () => {
  it('tries transient errors again and gives the value', async () => {
    const { run } = failing(2, refused);
    expect(await retryWith(parts(), run)).toBe(3);
  });

  it('throws the last error itself when the attempts are used up', async () => {
    const { run, calls } = failing(99, refused);
    await expect(retryWith(parts(), run, { attempts: 4 })).rejects.toBe(refused);
    expect(calls()).toBe(4);
  });

  it.each([
    ['an assertion', Object.assign(new Error('expected 1 to be 2'), { name: 'AssertionError' })],
    ['an assertion of Jest', Object.assign(new Error('no'), { matcherResult: { pass: false } })],
    [
      'an assertion behind a network error',
      Object.assign(coded('ECONNRESET'), { cause: coded('ERR_ASSERTION') }),
    ],
    ['a TypeError', new TypeError('x is not a function')],
    ['a ReferenceError', new ReferenceError('x is not defined')],
    ['a SyntaxError', new SyntaxError('Unexpected token')],
    ['an ordinary error', new Error('the total is wrong')],
    ['a missing file', coded('ENOENT')],
    ['what is no error', 'a text'],
    ['nothing', undefined],
  ])('never tries %s again', async (_, error) => {
    const { run, calls } = failing(1, error);
    await expect(retryWith(parts(), run)).rejects.toBe(error);
    expect(calls()).toBe(1);
  });

  it('tries more again where retryIf says so, in writing', async () => {
    const { run } = failing(1, new TypeError('flaky'));
    expect(await retryWith(parts(), run, { retryIf: (error) => String(error).includes('flaky') })).toBe(2);
  });

  it('knows errors of another realm, which are no instances of its own Error', async () => {
    const foreign = runInContext(
      'Object.assign(new Error("reset"), { code: "ECONNRESET" })',
      createContext(),
    );
    expect(foreign instanceof Error).toBe(false);
    expect(await retryWith(parts(), failing(2, foreign).run)).toBe(3);
    await expect(retryWith(parts(), failing(9, foreign).run)).rejects.toBe(foreign);
  });

  it('knows what fetch throws when nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const error = await fetch(`http://127.0.0.1:${port}`).catch((reason) => reason);
    expect(error.name).toBe('TypeError');
    expect(transientKind(error)).toBe('network');
  });

  it('gives Node’s own errors back as they are', async () => {
    const read = () => readFile('/no/such/file');
    await expect(retryWith(parts(), read)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('tells every attempt’s error, and that it succeeded in the end', async () => {
    await retryWith(parts(), failing(2, refused).run);
    expect(facts.map(({ name }) => name)).toEqual(['retry.attempt', 'retry.attempt', 'retry.succeeded']);
    expect(facts[0]?.data).toMatchObject({
      what: 'run()',
      attempt: 1,
      retried: true,
      because: 'network',
      error: { message: 'ECONNREFUSED', code: 'ECONNREFUSED' },
    });
    expect(facts[2]?.data).toEqual({ what: 'run()', attempts: 3 });
  });

  it('tells why it did not try again', async () => {
    await expect(retryWith(parts(), failing(9, new TypeError('no')).run)).rejects.toThrow();
    await expect(retryWith(parts(), failing(9, refused).run, { attempts: 1 })).rejects.toThrow();
    await expect(
      retryWith(parts(), failing(9, refused).run, { within: 1, delay: 500_000 }),
    ).rejects.toThrow();
    expect(facts.map(({ data }) => data.because)).toEqual(['not transient', 'last attempt', 'no time left']);
  });

  it('tells the error of an attempt whose retryIf throws', async () => {
    const mistake = new Error('no such property');
    const retryIf = () => {
      throw mistake;
    };
    await expect(retryWith(parts(), failing(9, new Error('lost')).run, { retryIf })).rejects.toBe(mistake);
    expect(facts.map(({ data }) => data)).toMatchObject([
      { attempt: 1, retried: false, error: { message: 'lost' } },
    ]);
  });

  it('says nothing of a first attempt that succeeds', async () => {
    expect(await retry(() => 'at once')).toBe('at once');
    expect(facts).toEqual([]);
  });

  it('cuts an attempt off at its limit, tells it, and lets limits grow', async () => {
    const signals: AbortSignal[] = [];
    const hangs = ({ attempt, signal }: { attempt: number; signal: AbortSignal }) => {
      signals.push(signal);
      return attempt < 3 ? new Promise<string>(() => {}) : Promise.resolve('third');
    };
    const { clock, random } = parts();
    expect(await retryWith({ clock, random }, hangs, { timeLimit: 5, growth: 2, delay: 0 })).toBe('third');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
    expect(facts[0]?.data).toMatchObject({
      because: 'time-out',
      error: { code: 'HOLDFAST_ATTEMPT_TIMED_OUT' },
    });
    const limits = facts.slice(0, 2).map(({ data }) => {
      const { message } = data.error as { message: string };
      return Number(/did not end within ([\d.]+) ms/.exec(message)?.[1]);
    });
    expect(limits[1]).toBe(2 * (limits[0] ?? 0));
  });

  it('cuts the last attempt off when the time of all is over', async () => {
    const hangs = () => new Promise<never>(() => {});
    await expect(retry(hangs, { within: 5 })).rejects.toMatchObject({ code: 'HOLDFAST_RETRY_BUDGET_SPENT' });
  });

  it('throws the signal’s reason, before, during and between attempts', async () => {
    const reason = new Error('stop');
    await expect(retry(() => 1, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const during = new AbortController();
    const hanging = retry(() => new Promise<never>(() => {}), { signal: during.signal });
    during.abort(reason);
    await expect(hanging).rejects.toBe(reason);
    const between = new AbortController();
    const paused = retry(failing(9, refused).run, { signal: between.signal, delay: 60_000 });
    setTimeout(() => between.abort(reason), 5);
    await expect(paused).rejects.toBe(reason);
  });

  it('goes on under fake timers', async () => {
    vi.useFakeTimers();
    expect(await retry(failing(2, refused).run, { delay: 1 })).toBe(3);
  });

  it.each([
    [{ attempts: 0 }, '`attempts` must be a whole number from 1 to 1000; got 0.'],
    [{ attempts: Number.NaN }, '`attempts` must be'],
    [{ delay: -1 }, '`delay` must be a finite number from 0 (milliseconds); got -1.'],
    [{ delay: 50, longestDelay: 10 }, '`longestDelay` must be'],
    [{ timeLimit: Number.POSITIVE_INFINITY }, '`timeLimit` must be'],
    [{ within: '5' }, '`within` must be'],
    [{ growth: 0.5 }, '`growth` must be a finite number from 1 to 10; got 0.5.'],
    [{ retries: 5 }, '`retry` has no option `retries`'],
    [{ retryIf: true }, '`retryIf` must be a function; got boolean.'],
  ])('refuses %o', async (options, message) => {
    const error = await retry(() => 1, options as object).catch((reason) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(message);
  });
});

describe('the pause between attempts', () => {
  it('lies between the shortest and three times the one before, and under the longest', () => {
    const ms = fc.double({ min: 0, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(
        ms,
        ms,
        ms,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (shortest, more, previous, dice) => {
          const bounds = { shortestMs: shortest, longestMs: shortest + more };
          const delay = nextDelay(previous, bounds, () => dice);
          expect(delay).toBeGreaterThanOrEqual(shortest);
          expect(delay).toBeLessThanOrEqual(Math.min(shortest + more, Math.max(shortest, previous * 3)));
        },
      ),
    );
  });

  it('differs between those who failed together', async () => {
    const delays = await Promise.all(
      [0.1, 0.9].map(async (dice) => {
        const clock = manualClock();
        await retryWith({ clock, random: () => dice }, failing(2, refused).run, { delay: 10 });
        return clock.sleeps;
      }),
    );
    expect(delays[0]).not.toEqual(delays[1]);
  });
});

describe('passing trouble', () => {
  it.each([
    [coded('ETIMEDOUT'), 'time-out'],
    [coded('40P01', 'deadlock detected'), 'lock'],
    [coded('P2024'), 'pool checkout'],
    [Object.assign(new Error('slow down'), { status: 429 }), 'rate limit'],
    [new Error('timeout exceeded when trying to connect'), 'pool checkout'],
    [AbortSignal.abort(new DOMException('late', 'TimeoutError')).reason, 'time-out'],
    [new Error('query failed', { cause: coded('ECONNRESET') }), 'network'],
    [new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]), 'network'],
    [AbortSignal.abort().reason, undefined],
    [coded('ENOTFOUND'), undefined],
  ])('%s is of the kind %s', (error, kind) => {
    expect(transientKind(error)).toBe(kind);
  });

  it('ends where a chain of causes bites its tail', () => {
    const error: Error & { cause?: unknown } = new Error('round');
    error.cause = error;
    expect(transientKind(error)).toBeUndefined();
  });
});
