import { expect, test } from 'vitest';
import { timeoutOf } from '../../src/translate/timeout.js';

test.each([
  ['Exceeded timeout of 50 ms for a test.', { limitMs: 50, of: 'test' }],
  ['Exceeded timeout of 5 s for a hook.\nAdd a timeout value', { limitMs: 5000, of: 'hook' }],
  [
    'Exceeded timeout of 1.5 s for a test while waiting for `done()` to be called.',
    { limitMs: 1500, of: 'test' },
  ],
])('%s', (message, timeout) => {
  expect(timeoutOf(message)).toEqual(timeout);
});

test('other messages name no limit', () => {
  expect(timeoutOf('Timeout of 50ms exceeded')).toBeUndefined();
});
