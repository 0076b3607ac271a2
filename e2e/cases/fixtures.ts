import { type Case, row, timedOut } from '../src/case.js';

/** One text for both runners; what differs is how the package is loaded. */
const body = `
const log = [];

describe('a scope', () => {
  test('is there while the test runs', ({ scope }) => {
    scope.defer('first', () => log.push('first'));
    scope.defer('second', async () => log.push('second'));
    log.push('body');
    expect(scope.test).toMatchObject({ title: ['a scope', 'is there while the test runs'], attempt: 1 });
    expect(scope.test.path).toMatch(/fixtures\\.test\\.js$/);
  });
  test('has ended after it, last in, first out', () => {
    expect(log.splice(0)).toEqual(['body', 'second', 'first']);
  });

  test('of a test that times out', async ({ scope }) => {
    scope.defer('close', () => log.push('closed'));
    await new Promise(() => {});
  }, 200);
  test('ends after a time-out', () => { expect(log.splice(0)).toEqual(['closed']); });

  test('of a test that fails', ({ scope }) => {
    scope.defer('close', () => log.push('closed'));
    expect(scope.name).toBe('another');
  });
  test('ends after a failure', () => { expect(log.splice(0)).toEqual(['closed']); });

  test('whose teardown fails', ({ scope }) => {
    scope.defer('close', () => log.push('closed'));
    scope.defer('stop the server', () => { throw new Error('still busy'); });
  });
  test('runs the steps behind the one that failed', () => { expect(log.splice(0)).toEqual(['closed']); });
});

describe('a team\\'s fixtures', () => {
  const own = test.extend({
    unit: 'kg',
    user: async ({ scope, unit }, use) => {
      log.push('make user');
      scope.defer('end scope', () => log.push('end scope'));
      await use({ name: 'ada', unit });
      log.push('end user');
    },
    order: async ({ user }, use) => {
      await use({ user });
      log.push('end order');
    },
    never: async ({}, use) => {
      log.push('made for nothing');
      await use(1);
    },
    watch: [async ({}, use) => { log.push('watch'); await use(1); }, { auto: true }],
  });

  own('are made with what they need', ({ order }) => {
    expect(order).toEqual({ user: { name: 'ada', unit: 'kg' } });
  });
  test('end in reverse order, and none is made for nothing', () => {
    expect(log.splice(0).filter((entry) => entry !== 'watch')).toEqual([
      'make user', 'end order', 'end user', 'end scope',
    ]);
  });

  const other = own.extend({ user: async ({ user }, use) => use({ ...user, name: 'eve' }) });
  other('can build upon others of their name', ({ user }) => {
    expect(user).toEqual({ name: 'eve', unit: 'kg' });
  });

  own.each([[1, 2], [3, 4]])('are there for case %i, %i', (left, right, { user, names }) => {
    expect(right - left).toBe(1);
    expect(user.name).toBe('ada');
    expect(names.unique('orders')).toMatch(/^orders-are-there-for-case-\\d/);
  });
  own.each([1, 2])('are there for the plain case %i', (value, { scope }) => {
    expect(scope.name).toContain('the plain case ' + value);
  });
  own.each\`
    left | right
    \${1} | \${2}
  \`('are there for $left in a table', ({ left, right }, { user }) => { expect([left, right, user.name]).toEqual([1, 2, 'ada']); });
  own.for([[1, 2]])('are there with the case as it is', ([left, right], { user }) => {
    expect([left, right, user.name]).toEqual([1, 2, 'ada']);
  });
  own.each([[5]])('are left out where a case asks for none: %i', (value) => { expect(value).toBe(5); });
});

const file = test.extend({
  server: [async ({ fileScope }, use) => {
    const server = { id: {}, open: true };
    fileScope.defer('close', () => { server.open = false; });
    await use(server);
  }, { scope: 'file' }],
});
describe('a fixture of the file', () => {
  let first;
  file('is made once', ({ server }) => { first = server; expect(server.open).toBe(true); });
  file('and stays', ({ server }) => { expect(server).toBe(first); expect(server.open).toBe(true); });
});

test.skip('skipped', () => { throw new Error('must not run'); });
test.todo('to be written');
test.fails('fails as it should', ({ scope }) => { expect(scope).toBe(1); });
test.skipIf(true)('left out', () => { throw new Error('must not run'); });
test.runIf(true)('kept', () => {});
test('ends as skipped', ({ skip }) => { skip('no network here'); });

let tries = 0;
test('is tried again', { retry: { attempts: 3, delay: 0, retryIf: () => true } }, ({ scope }) => {
  tries += 1;
  expect(tries).toBe(3);
  expect(scope.test.attempt).toBe(3);
});

describe('hooks', () => {
  let seen;
  test.beforeEach(({ scope }) => { seen = scope; });
  test('have the fixtures of their test', ({ scope }) => { expect(seen).toBe(scope); });
});

test('by hand a scope works as what await using compiles to', async () => {
  const scope = createScope({ name: 'by hand' });
  scope.defer('end', () => log.push('by hand'));
  expect(useFixtures(scope).names.unique('x')).toContain('x-by-hand');
  log.length = 0;
  await scope[Symbol.asyncDispose]();
  expect(log.splice(0)).toEqual(['by hand']);
});

describe('a hook', () => {
  test.beforeEach(({ skip }) => { skip('not on this machine'); });
  test('can end its test as skipped', () => { throw new Error('must not run'); });
});

describe('overrides', () => {
  test('reach what the test reads, and its children', ({ overrides }) => {
    log.length = 0;
    overrides.env({ HOLDFAST_TRIED: 'yes' });
    overrides.random(7);
    overrides.date('2030-02-03T04:05:06Z', { frozen: true });
    expect(process.env.HOLDFAST_TRIED).toBe('yes');
    expect(execFileSync(process.execPath, ['-p', 'process.env.HOLDFAST_TRIED'], { encoding: 'utf8' }).trim()).toBe('yes');
    expect(new Date().toISOString()).toBe('2030-02-03T04:05:06.000Z');
    log.push(Math.random());
  });
  test('are put back, and chance repeats', ({ overrides }) => {
    expect(process.env.HOLDFAST_TRIED).toBe(undefined);
    expect(new Date().getUTCFullYear()).toBeLessThan(2030);
    overrides.random(7);
    expect(log.splice(0)).toEqual([Math.random()]);
  });
  test('of timers are moved by hand', async ({ overrides }) => {
    const timers = overrides.timers({ now: 0 });
    let rang = false;
    setTimeout(() => { rang = true; }, 60000);
    await timers.advance(59999);
    expect(rang).toBe(false);
    await timers.advance(1);
    expect([rang, Date.now()]).toEqual([true, 60000]);
  });
  test('of timers end with the test', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(Date.now()).toBeGreaterThan(1600000000000);
  });
  // Asked for before any override: in Jest the sandbox's process remembers what it answered.
  const whereabouts = () => [process.cwd(), resolve('.')];
  const home = whereabouts();
  test('of directory and zone work in a process, and are refused in a thread', ({ overrides }) => {
    const change = () => {
      overrides.workingDirectory(tmpdir());
      const temporary = realpathSync(tmpdir());
      expect(whereabouts()).toEqual([temporary, temporary]);
      overrides.timeZone('Asia/Kathmandu');
      return new Date('2026-01-01T00:00:00Z').getTimezoneOffset();
    };
    if (isMainThread) expect(change()).toBe(-345);
    else expect(change).toThrow(/Run the file in a process of its own/);
  });
  test('of the directory end with the test', () => {
    expect(home[0]).toBe(home[1]);
    expect(whereabouts()).toEqual(home);
  });
});
`;

const concurrent = `
const ended = [];
describe('tests at the same time', () => {
  for (const name of ['one', 'two', 'three']) {
    test.concurrent(name, async ({ scope, names, expect }) => {
      scope.defer('end', () => ended.push(name));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(scope.test.title).toEqual(['tests at the same time', name]);
      expect(names.unique('x')).toContain('x-' + name);
    });
  }
  test('have each ended their own scope', () => { expect([...ended].sort()).toEqual(['one', 'three', 'two']); });
});
describe('two that override one thing', () => {
  const outcomes = [];
  for (const name of ['left', 'right']) {
    test.concurrent(name, async ({ overrides }) => {
      try {
        overrides.env({ HOLDFAST_SHARED: name });
        outcomes.push(name);
      } catch (error) {
        outcomes.push(error.code);
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    });
  }
  test('are told of each other', () => { expect(outcomes.sort()).toEqual(['HOLDFAST_OVERRIDE_CLASH', 'left']); });
});
`;

const nodeNames = {
  child: 'execFileSync',
  files: 'realpathSync',
  os: 'tmpdir',
  path: 'resolve',
  threads: 'isMainThread',
};
const inJest = (
  text: string,
): string => `const { createScope, describe, expect, test, useFixtures } = require('@holdfast/jest');
const { ${nodeNames.child} } = require('node:child_process');
const { ${nodeNames.files} } = require('node:fs');
const { ${nodeNames.os} } = require('node:os');
const { ${nodeNames.path} } = require('node:path');
const { ${nodeNames.threads} } = require('node:worker_threads');
${text}`;
const inVitest = (
  text: string,
): string => `import { createScope, describe, expect, test, useFixtures } from '@holdfast/vitest';
import { ${nodeNames.child} } from 'node:child_process';
import { ${nodeNames.files} } from 'node:fs';
import { ${nodeNames.os} } from 'node:os';
import { ${nodeNames.path} } from 'node:path';
import { ${nodeNames.threads} } from 'node:worker_threads';
${text}`;

/** What a hook needs that is defined after the last test must still be there when it runs. */
const hooks = `
let isOpen = false;
test('opens something', ({ scope }) => {
  isOpen = true;
  scope.defer('close it', () => { isOpen = false; });
});
afterEach(() => {
  if (!isOpen) throw new Error('the scope had closed before the hook');
});
`;

/** The `test` function of both adapters, and the fixtures of scope, names and overrides. */
export const fixtures: Case = {
  name: 'fixtures',
  files: {},
  jestFiles: {
    'fixtures.test.js': inJest(body),
    'concurrent.test.js': inJest(concurrent),
    'hooks.test.js': inJest(hooks),
  },
  vitestFiles: {
    'fixtures.test.js': inVitest(body),
    'concurrent.test.js': inVitest(concurrent),
    'hooks.test.js': inVitest(hooks),
  },
  rows: () => [
    row('fixtures.test.js', 'a scope > of a test that times out', timedOut),
    row('fixtures.test.js', 'a scope > of a test that fails', 'BUG/assertion-mismatch'),
    row('fixtures.test.js', 'a scope > whose teardown fails', 'TEST_DESIGN/other-test-design', {
      phase: 'afterEach',
    }),
    row('fixtures.test.js', 'is tried again', 'TEST_DESIGN/race-in-test', { flaky: true, errors: 2 }),
  ],
};
