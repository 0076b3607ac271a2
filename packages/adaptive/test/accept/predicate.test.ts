import { expect, it } from 'vitest';
import { acceptPredicate } from '../../src/accept/predicate.js';
import { eventually } from '../../src/assert/eventually.js';
import { settled } from '../../src/assert/settled.js';
import { retry } from '../../src/retry/retry.js';
import { resolveTestRetry } from '../../src/retry/test-retry.js';

const later = () => Promise.resolve(false);
const refusal = (name: string) => new RegExp(`^\`${name}\` must answer at once; got a promise`);

it('gives yes or no', () => {
  const isLong = acceptPredicate('isLong', (text: string) => text.length);
  expect([isLong('abc'), isLong('')]).toEqual([true, false]);
});

it('refuses an asynchronous function before it is asked', () => {
  expect(() => acceptPredicate('until', async () => true)).toThrow(refusal('until'));
  expect(() => acceptPredicate('until', 5 as never)).toThrow('`until` must be a function; got number.');
});

it('does not end a wait for an answer that comes later', async () => {
  await expect(eventually(() => 1, { until: later as never })).rejects.toThrow(refusal('until'));
  await expect(eventually(async () => 1, { until: later as never })).rejects.toThrow(refusal('until'));
  await expect(eventually(() => 0, { giveUpWhen: later as never })).rejects.toThrow(refusal('giveUpWhen'));
  await expect(settled(() => 1, { equals: later as never })).rejects.toThrow(refusal('equals'));
});

it('does not try again for an answer that comes later', async () => {
  let calls = 0;
  const mistake = () => {
    calls += 1;
    throw new TypeError('a mistake');
  };
  await expect(retry(mistake, { retryIf: later as never })).rejects.toThrow(refusal('retryIf'));
  expect(calls).toBe(1);
  expect(() => resolveTestRetry({ retryIf: (async () => true) as never })).toThrow(refusal('retryIf'));
});

it('leaves no rejection of a refused answer behind', async () => {
  const broken = () => Promise.reject(new Error('nobody hears of it'));
  await expect(eventually(() => 1, { until: broken as never })).rejects.toThrow(refusal('until'));
  await new Promise((resolve) => setImmediate(resolve));
});
