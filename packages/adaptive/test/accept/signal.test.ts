import { describe, expect, it } from 'vitest';
import { eventually } from '../../src/assert/eventually.js';
import { settled } from '../../src/assert/settled.js';
import { concurrently } from '../../src/load/concurrently.js';
import { untilSure } from '../../src/rate/until-sure.js';
import { retry } from '../../src/retry/retry.js';

const waits = {
  retry: (signal: never, op = () => 1) => retry(op, { signal }),
  eventually: (signal: never, op = () => 1) => eventually(op, { signal }),
  settled: (signal: never, op = () => 1) => settled(op, { signal }),
  concurrently: (signal: never, op = () => 1) => concurrently(1, op, { signal }),
  untilSure: (signal: never, op = () => 1) => untilSure(op, { rate: 0.9, signal }),
};

describe.each(Object.entries(waits))('%s', (_, start) => {
  it.each([null, 0, 'soon', true, {}, () => {}])('refuses %o for a signal', async (signal) => {
    await expect(start(signal as never)).rejects.toThrow(/^`signal` must be an AbortSignal; got /);
    await expect(start(signal as never)).rejects.toThrow(TypeError);
  });

  it('throws the reason of a signal that has fired before, and calls nothing', async () => {
    let calls = 0;
    const count = () => {
      calls += 1;
      return 1;
    };
    const reason = new Error('enough');
    await expect(start(AbortSignal.abort(reason) as never, count)).rejects.toBe(reason);
    expect(calls).toBe(0);
  });
});

it('goes by the shape of a signal, for simulated browsers have a class of their own', async () => {
  const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
  expect(await settled(() => 1, { holdsFor: 1, signal: signal as never })).toBe(1);
});
