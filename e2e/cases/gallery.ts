import { type Case, row, timedOut } from '../src/case.js';
import { isJest } from '../src/matrix.js';

/** One of everything that can go wrong in a test file without taking its worker along. */
export const gallery: Case = {
  name: 'gallery',
  isPlain: true,
  config: { testTimeoutMs: 1_500 },
  files: {
    'basics.test.js': `
test('adds', () => { expect(1 + 1).toBe(2); });
test('differs', () => { expect(1 + 1).toBe(3); });
test('throws a string', () => { throw 'plain text'; });
test('throws undefined', () => { throw undefined; });
test('rejects with an object', async () => { await Promise.reject({ reason: 'none' }); });
test('reads a member of undefined', () => { const order = undefined; return order.total; });
test('never ends', () => new Promise(() => {}));
test.todo('is still to be written');
test.skip('is left out', () => { throw new Error('not reached'); });
test.each([[1, true], [2, true]])('number %i is odd', (n, odd) => { expect(n === 1).toBe(odd); });
describe('group', () => {
  test('differs inside', () => { expect({ a: 1 }).toEqual({ a: 2 }); });
  test('differs inside', () => { expect('same title').toBe('twice'); });
});
`,
    'expected-failure.test.js': `
const failing = test.fails ?? test.failing;
failing('is known to fail', () => { throw new Error('known'); });
failing('was thought to fail', () => {});
`,
    'concurrent.test.js': `
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
describe('side by side', () => {
  test.concurrent('passes', async () => { await wait(20); });
  test.concurrent('fails late', async () => { await wait(60); throw new Error('late failure'); });
  test.concurrent('fails early', async () => { await wait(5); throw new TypeError('early failure'); });
});
`,
    'only.test.js': `
test('is passed over', () => { throw new Error('not reached'); });
test.only('is the only one', () => {});
`,
    'before-all.test.js': `
describe('before all', () => {
  beforeAll(() => { throw new Error('no database for this group'); });
  test('first', () => {});
  test('second', () => {});
});
`,
    'before-each.test.js': `
beforeEach(() => { throw new Error('cannot prepare'); });
test('is prepared', () => {});
`,
    'after-each.test.js': `
afterEach(() => { throw new Error('cannot clean up'); });
test('is cleaned up', () => {});
`,
    'after-all.test.js': `
describe('after all', () => {
  afterAll(() => { throw new Error('cannot close'); });
  test('passes before', () => {});
});
`,
    'hook-time.test.js': `
beforeEach(() => new Promise(() => {}));
test('waits for its hook', () => {});
`,
    'hook-times.test.js': `
const never = () => new Promise(() => {});
describe('before all too late', () => {
  beforeAll(never, 200);
  test('first', () => {});
  test('second', () => {});
});
describe('after each too late', () => {
  afterEach(never, 200);
  test('passes until then', () => {});
  test('fails before', () => { expect({ a: 1 }).toEqual({ a: 2 }); });
});
describe('after all too late', () => {
  afterAll(never, 200);
  test('passes before', () => {});
});
`,
    'file-hook-time.test.js': `
beforeAll(() => new Promise(() => {}), 200);
test('is in a file that waits', () => {});
`,
    'last-hook-time.test.js': `
afterAll(() => new Promise(() => {}), 200);
test('passes in a file that waits', () => {});
`,
    'throws-on-load.test.js': `
throw new Error('thrown while loading');
`,
    'throws-in-describe.test.js': `
describe('broken group', () => { throw new Error('thrown in describe'); });
`,
    'syntax.test.js': `
test('is never reached', () => { const = 1; });
`,
    'empty.test.js': `
const nothing = 'to see here';
`,
  },
  jestFiles: {
    'missing.test.js': `
const nowhere = require('./nowhere');
test('is never reached', () => { nowhere(); });
`,
  },
  vitestFiles: {
    'missing.test.js': `
import nowhere from './nowhere';
test('is never reached', () => { nowhere(); });
`,
  },
  rows: (setting) => [
    row('basics.test.js', 'differs', 'UNKNOWN/unknown'),
    row('basics.test.js', 'throws a string', 'UNKNOWN/unknown'),
    row('basics.test.js', 'throws undefined', 'UNKNOWN/unknown'),
    row('basics.test.js', 'rejects with an object', 'UNKNOWN/unknown'),
    row('basics.test.js', 'reads a member of undefined', 'UNKNOWN/unknown'),
    row('basics.test.js', 'never ends', timedOut),
    row('basics.test.js', 'number 2 is odd', 'BUG/assertion-mismatch', { flaky: false }),
    row('basics.test.js', 'group > differs inside', 'BUG/assertion-mismatch'),
    row('basics.test.js', 'group > differs inside', 'BUG/assertion-mismatch'),
    row('expected-failure.test.js', 'was thought to fail', 'TEST_DESIGN/stale-expectation'),
    row('concurrent.test.js', 'side by side > fails late', 'UNKNOWN/unknown'),
    row('concurrent.test.js', 'side by side > fails early', 'UNKNOWN/unknown'),
    ...(isJest(setting)
      ? // Jest fails every test of the group, Vitest skips them and fails the group.
        [
          row('before-all.test.js', 'before all > first', 'UNKNOWN/unknown', { phase: 'beforeAll' }),
          row('before-all.test.js', 'before all > second', 'UNKNOWN/unknown', { phase: 'beforeAll' }),
        ]
      : [row('before-all.test.js', 'before all', 'UNKNOWN/unknown', { kind: 'hook', phase: 'beforeAll' })]),
    row('before-each.test.js', 'is prepared', 'UNKNOWN/unknown', { phase: 'beforeEach' }),
    row('after-each.test.js', 'is cleaned up', 'UNKNOWN/unknown', { phase: 'afterEach' }),
    row('after-all.test.js', 'after all', 'UNKNOWN/unknown', { kind: 'hook', phase: 'afterAll' }),
    row('hook-time.test.js', 'waits for its hook', timedOut, { phase: 'beforeEach' }),
    ...(isJest(setting)
      ? [
          row('hook-times.test.js', 'before all too late > first', timedOut, { phase: 'beforeAll' }),
          row('hook-times.test.js', 'before all too late > second', timedOut, { phase: 'beforeAll' }),
          row('file-hook-time.test.js', 'is in a file that waits', timedOut, { phase: 'beforeAll' }),
        ]
      : [
          row('hook-times.test.js', 'before all too late', timedOut, { kind: 'hook', phase: 'beforeAll' }),
          row('file-hook-time.test.js', '', timedOut, { kind: 'hook', phase: 'beforeAll' }),
        ]),
    row('hook-times.test.js', 'after each too late > passes until then', timedOut, { phase: 'afterEach' }),
    row('hook-times.test.js', 'after each too late > fails before', 'BUG/assertion-mismatch'),
    row('hook-times.test.js', 'after all too late', timedOut, { kind: 'hook', phase: 'afterAll' }),
    row('last-hook-time.test.js', '', timedOut, { kind: 'hook', phase: 'afterAll' }),
    row('throws-on-load.test.js', '', 'UNKNOWN/unknown', { kind: 'file', phase: 'load' }),
    row('throws-in-describe.test.js', '', 'UNKNOWN/unknown', { kind: 'file', phase: 'load' }),
    row('syntax.test.js', '', 'CONFIGURATION/transform-syntax', { kind: 'file', phase: 'load' }),
    row('empty.test.js', '', 'CONFIGURATION/runner-config', { kind: 'file', phase: 'load' }),
    row('missing.test.js', '', 'CONFIGURATION/module-not-found', { kind: 'file', phase: 'load' }),
  ],
};
