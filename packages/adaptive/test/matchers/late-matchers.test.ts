import { expect, it, vi } from 'vitest';
import { lateMatchers } from '../../src/matchers/late-matchers.js';
import { MATCHER_NAMES } from '../../src/matchers/matcher-names.js';
import { matchers } from '../../src/matchers/matchers.js';

it('has every assertion under its name, and no other', () => {
  expect(Object.keys(lateMatchers(() => matchers))).toEqual(Object.keys(matchers));
  expect([...MATCHER_NAMES]).toEqual(Object.keys(matchers));
});

it('loads the assertions when the first one is called, and once', () => {
  const load = vi.fn(() => matchers);
  const late = lateMatchers(load);
  expect(load).not.toHaveBeenCalled();
  const state = { isNot: false };
  const counts = { successes: 1, failures: 1, total: 2 };
  expect(late.toSucceedAtLeast.call(state, counts, 0.4)).toMatchObject({ pass: true });
  expect(late.toFailAtMost.call(state, counts, 0.4)).toMatchObject({ pass: false });
  expect(load).toHaveBeenCalledTimes(1);
});

it('calls an assertion with the state of the runner', () => {
  const late = lateMatchers(() => matchers);
  const utils = { matcherHint: (name: string) => `hint of ${name}` };
  const result = late.toSucceedAtLeast.call(
    { isNot: false, utils },
    { successes: 0, failures: 2, total: 2 },
    0.9,
  );
  expect((result as { message(): string }).message()).toMatch(/^hint of toSucceedAtLeast/);
});
