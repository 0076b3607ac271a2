import { describe, expect, it } from 'vitest';
import { untilSure } from '../../src/rate/until-sure.js';
import { seededRandom } from '../statistics/random.js';

describe('untilSure', () => {
  it('stops as soon as it knows that the rate is met', async () => {
    const result = await untilSure(() => {}, { rate: 0.9 });
    expect(result).toMatchObject({ verdict: 'above', failures: 0, rate: 1, asked: 0.9, confidence: 0.95 });
    expect(result.total).toBeLessThan(50);
  });

  it('stops as soon as it knows that the rate is not met, and says by what errors', async () => {
    let count = 0;
    const flaky = async () => {
      count += 1;
      if (count % 2 === 0) throw new Error(`call ${count} was lost`);
    };
    const result = await untilSure(flaky, { rate: 0.9 });
    expect(result.verdict).toBe('below');
    expect(result.total).toBeLessThan(50);
    expect(result.errors).toMatchObject([{ label: 'Error: call # was lost', count: result.failures }]);
  });

  it('takes false for a failure, and nothing else', async () => {
    const values = [false, undefined, null, 0, ''];
    const result = await untilSure(() => values.shift(), { rate: 0.9, max: 5 });
    expect(result).toMatchObject({ verdict: 'cannot-tell', total: 5, failures: 1 });
  });

  it('cannot tell where the samples are used up', async () => {
    const result = await untilSure(() => true, { rate: 0.9, max: 3 });
    expect(result).toMatchObject({ verdict: 'cannot-tell', total: 3 });
    expect(result.interval.lower).toBeLessThan(0.9);
  });

  it('says how many samples would do, and is sure once it has as many', async () => {
    const { samplesNeeded = 0 } = await untilSure(() => true, { rate: 0.9, max: 3 });
    const result = await untilSure(() => true, { rate: 0.9, max: samplesNeeded });
    expect(result).toMatchObject({ verdict: 'above', total: samplesNeeded });
    expect(result).not.toHaveProperty('samplesNeeded');
  });

  it('ends with its signal, even where an operation never does', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const never = () => {
      setImmediate(() => stop.abort(reason));
      return new Promise(() => {});
    };
    await expect(untilSure(never, { rate: 0.9, signal: stop.signal })).rejects.toBe(reason);
  });

  it('is wrong no more often than it says', async () => {
    const random = seededRandom(5);
    const wrong = { above: 0, below: 0 };
    for (let run = 0; run < 400; run++) {
      const good = await untilSure(() => random() < 0.9, { rate: 0.9, confidence: 0.9, max: 100_000 });
      const bad = await untilSure(() => random() < 0.8, { rate: 0.9, confidence: 0.9, max: 100_000 });
      if (good.verdict === 'below') wrong.below += 1;
      if (bad.verdict === 'above') wrong.above += 1;
    }
    // A tenth of 400, and three standard errors.
    expect(wrong.below).toBeLessThan(58);
    expect(wrong.above).toBeLessThan(58);
  });

  it('throws the reason of its signal', async () => {
    const reason = new Error('stop');
    await expect(untilSure(() => true, { rate: 0.9, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it.each([
    {},
    { rate: 0 },
    { rate: 1.5 },
    { rate: Number.NaN },
    { rate: 0.9, confidence: 1 },
    { rate: 0.9, max: 0 },
    { rate: 0.9, max: Number.POSITIVE_INFINITY },
    { rate: 0.9, margin: 0 },
    { rate: 0.9, margin: 0.9 },
    { rate: 0.9, samples: 5 },
  ])('refuses %o', async (options) => {
    await expect(untilSure(() => true, options as never)).rejects.toBeInstanceOf(TypeError);
  });
});
