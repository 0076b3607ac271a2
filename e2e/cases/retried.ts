import { type Case, row } from '../src/case.js';

/** Tests that are retried: one passes in the end, one never does. */
export const retried: Case = {
  name: 'retried',
  isPlain: true,
  config: { retry: 2 },
  files: {
    'retried.test.js': `
let calls = 0;
test('passes at the third attempt', () => {
  calls += 1;
  if (calls < 3) {
    const error = new Error('attempt ' + calls + ' found no connection: connect ECONNREFUSED 127.0.0.1:6379');
    error.code = 'ECONNREFUSED';
    throw error;
  }
});
test('fails at every attempt', () => { expect([1, 2]).toEqual([1, 3]); });
test('passes at once', () => {});
`,
  },
  rows: () => [
    row('retried.test.js', 'passes at the third attempt', 'ENVIRONMENT/service-unreachable', {
      flaky: true,
      errors: 2,
    }),
    row('retried.test.js', 'fails at every attempt', 'BUG/assertion-mismatch', { errors: 3 }),
  ],
};
