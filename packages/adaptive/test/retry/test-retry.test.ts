import { expect, it } from 'vitest';
import { resolveTestRetry } from '../../src/retry/test-retry.js';

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const mistake = new TypeError('x is not a function');

it('tries again three times altogether, with a short pause, where nothing else is said', () => {
  expect(resolveTestRetry(true)).toMatchObject({ attempts: 3, delayMs: 50 });
  expect(resolveTestRetry({ attempts: 5, delay: 0 })).toMatchObject({ attempts: 5, delayMs: 0 });
  expect(resolveTestRetry(false).attempts).toBe(1);
});

it('finds an attempt worth another only where each of its errors can be passing trouble', () => {
  const { isWorthTrying } = resolveTestRetry(true);
  expect(isWorthTrying([refused])).toBe(true);
  expect(isWorthTrying([refused, mistake])).toBe(false);
  expect(isWorthTrying([mistake])).toBe(false);
  expect(isWorthTrying([])).toBe(false);
  expect(isWorthTrying(['thrown: "Exceeded timeout of 5000 ms for a test."'])).toBe(false);
});

it('asks retryIf of errors that are not transient', () => {
  const { isWorthTrying } = resolveTestRetry({ retryIf: (error) => error === mistake });
  expect(isWorthTrying([refused, mistake])).toBe(true);
  expect(isWorthTrying([new Error('another')])).toBe(false);
});

it('takes a retryIf that throws or answers later for a no, and warns of it once', async () => {
  const warnings: Error[] = [];
  const hear = (warning: Error): void => void warnings.push(warning);
  process.on('warning', hear);
  const broken = (error: unknown) => (error as { response: { status: number } }).response.status === 503;
  const { isWorthTrying } = resolveTestRetry({ retryIf: broken });
  expect([1, 2].map(() => isWorthTrying([new Error('no response')]))).toEqual([false, false]);
  const later = (() => Promise.resolve(true)) as never;
  expect(resolveTestRetry({ retryIf: later }).isWorthTrying([mistake])).toBe(false);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', hear);
  expect(warnings.map(({ name, message }) => `${name}: ${message}`)).toEqual([
    expect.stringMatching(
      /^HoldfastWarning: A test is not tried again, .* `retryIf` threw TypeError: Cannot read/,
    ),
    expect.stringMatching(/^HoldfastWarning: .* `retryIf` must answer at once/),
  ]);
});

it.each([
  [3, /`retry` of a test must be true, false or an object with attempts, delay, retryIf; got 3/],
  ['often', /got often/],
  [null, /got null/],
  [{ attempts: 0 }, /`attempts`/],
  [{ attempts: 1.5 }, /`attempts`/],
  [{ attempts: '3' }, /`attempts`/],
  [{ delay: -1 }, /`delay`/],
  [{ delay: Number.NaN }, /`delay`/],
  [{ delay: Number.POSITIVE_INFINITY }, /`delay`/],
  [{ retryIf: true }, /`retryIf`/],
  [{ retries: 3 }, /has no option `retries`/],
])('refuses %j', (retry, message) => {
  expect(() => resolveTestRetry(retry as never)).toThrow(message);
  expect(() => resolveTestRetry(retry as never)).toThrow(TypeError);
});
