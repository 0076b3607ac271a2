import { expect, it } from 'vitest';

let calls = 0;
it('passes on the second attempt', { retry: 2 }, () => {
  calls += 1;
  expect(calls).toBe(2);
});
