import { type Case, row, timedOut } from '../src/case.js';

/** One text for both runners. The limit of tests and hooks is 400 ms unless a test names its own. */
const body = `
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const slow = () => pause(120);
const long = { until: 6, within: 20000 };

describe('a warm-up', () => {
  test('is not counted by the default limit', async ({ warmUp }) => {
    const report = await warmUp(slow, long);
    expect(report.durationMs).toBeGreaterThan(600);
    await pause(50);
  });
  test('is not counted by a limit of the test', { timeout: 200 }, async ({ warmUp, scope }) => {
    await warmUp(slow, long);
    await warmUp(slow, { until: 3 });
    expect(scope.signal.aborted).toBe(false);
  });
  test('leaves the limit as it is for the rest', async ({ warmUp }) => {
    await warmUp(slow, long);
    await pause(3000);
  }, 300);
  test('does not help what takes long before it', async ({ warmUp }) => {
    await pause(3000);
    await warmUp(slow);
  });
  test('leaves a test without limit alone', { timeout: 0 }, async ({ warmUp }) => {
    await warmUp(slow, long);
  });
  test('leaves the longest limit alone', { timeout: 2 ** 31 - 1 }, async ({ warmUp }) => {
    await warmUp(slow, { until: 2 });
  });
  test.each([[6], [5]])('of %i calls is not counted in a case', async (until, { warmUp }) => {
    expect((await warmUp(slow, { until })).calls).toBe(until);
  });
  test.each([1])('is not asked for by a case of %i', async (value) => { expect(value).toBe(1); });
  test.for([{ until: 6 }])('of $until calls is not counted for a case', async ({ until }, { warmUp }) => {
    expect((await warmUp(slow, { until })).calls).toBe(until);
  });
  test('is not counted under fake timers', async ({ warmUp, overrides }) => {
    const timers = overrides.timers();
    const block = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
    await warmUp(block, { until: 4 });
    await timers.advance(100000);
  });
  test('may not be longer than the net behind the limit', async ({ warmUp }) => {
    await expect(warmUp(slow, { within: 3600000 })).rejects.toThrow(/A longer one belongs in .beforeAll./);
  });
  test('hears of a limit that struck', async ({ warmUp, signal }) => {
    signal.addEventListener('abort', () => { aborted = true; });
    await warmUp(() => 1, { until: 1 });
    await pause(3000);
  });
  test('has heard of it', () => { expect(aborted).toBe(true); });
});
let aborted = false;

describe('a team\\'s fixture that warms up', () => {
  const own = test.extend({
    client: async ({ warmUp }, use) => { await warmUp(slow, long); await use({ isWarm: true }); },
    deeper: async ({ client }, use) => use(client),
  });
  own('is not counted', ({ client }) => { expect(client.isWarm).toBe(true); });
  own('is not counted where another needs it', ({ deeper }) => { expect(deeper.isWarm).toBe(true); });
  const slowly = test.extend({ slowly: async ({}, use) => { await pause(250); await use(1); } });
  slowly('leaves the making of others counted', async ({ slowly, warmUp }) => {
    await warmUp(slow, long);
    await pause(250);
    expect(slowly).toBe(1);
  });
  const never = test.extend({ never: async ({}, use) => { await new Promise(() => {}); await use(1); } });
  never('does not let another be made for ever', async ({ never, warmUp }) => { await warmUp(slow, never); });
});

describe('a hook that warms up', () => {
  let calls = 0;
  test.beforeEach(async ({ warmUp }) => { calls = (await warmUp(slow, long)).calls; });
  test('is not counted either', () => { expect(calls).toBe(6); });
});
describe('a hook that takes too long after it', () => {
  test.beforeEach(async ({ warmUp }) => { await warmUp(() => 1, { until: 1 }); await pause(3000); }, 300);
  test('fails its test', () => {});
});

let tries = 0;
test('counts anew in each attempt', { retry: { attempts: 3, delay: 0, retryIf: () => true } }, async ({ warmUp }) => {
  tries += 1;
  await warmUp(slow, { until: 4 });
  expect(tries).toBe(2);
});
test.fails('of a test that is expected to time out', async ({ warmUp }) => {
  await warmUp(slow, long);
  await pause(3000);
});
`;

const concurrent = `
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
describe('at the same time', () => {
  test.concurrent('one warms up for long', async ({ warmUp }) => { await warmUp(() => pause(150), { until: 6 }); });
  test.concurrent('one never ends', async ({ warmUp }) => {
    await warmUp(() => pause(10), { until: 3 });
    await pause(3000);
  });
  test.concurrent('one does neither', async () => { await pause(20); });
});
`;

const serial = `
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let inside = 0;
let most = 0;
const alone = async (ms) => {
  inside += 1;
  most = Math.max(most, inside);
  await pause(ms);
  inside -= 1;
};
describe('tests that take turns', () => {
  for (const name of ['one', 'two', 'three', 'four']) {
    test.serial.concurrent(name, async ({ scope }) => {
      scope.defer('leave', () => pause(20));
      await alone(150);
    });
  }
  test.concurrent('by an option', { serial: true }, () => alone(50));
  test.concurrent.each([1, 2])('by an option, case %i', { serial: 'serial' }, () => alone(50));
  test.concurrent('or do not', async () => { await pause(10); });
});
describe('a test whose turn never comes', () => {
  test.concurrent('holds on', { serial: 'licence', timeout: 5000 }, () => pause(900));
  test.concurrent('is told who holds it', { serial: { name: 'licence', within: 20 } }, () => {});
});
describe('afterwards', () => {
  test('no two ran beside each other', () => { expect(most).toBe(1); });
  test('a name is what it must be', () => {
    expect(() => test('x', { serial: 5 }, () => {})).toThrow(/.serial. must be true, the name/);
    expect(() => test('x', { serial: { shred: true } }, () => {})).toThrow(/shared/);
  });
  test.serial('turns are taken without others, too', ({ scope }) => { expect(scope.test.title).toHaveLength(2); });
});
`;

/** Runs in two files at the same time where there are two workers. */
const shared = (letter: string): string => `
const path = require_('node:path');
const fs = require_('node:fs');
const log = path.join(__dir, 'turns.log');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const shared = { serial: { name: 'till', shared: true } };
for (const name of ['first', 'second', 'third']) {
  test('${letter} ' + name, { ...shared, timeout: 2000 }, async () => {
    fs.appendFileSync(log, 'in\\n');
    await pause(400);
    fs.appendFileSync(log, 'out\\n');
  });
}
test('${letter} saw no two in turn', shared, () => {
  const lines = fs.readFileSync(log, 'utf8').trim().split('\\n');
  expect(lines).toEqual(lines.map((_, index) => (index % 2 === 0 ? 'in' : 'out')));
  expect(lines.length).toBeGreaterThanOrEqual(6);
});
`;

const inJest = (text: string): string => `const { describe, expect, test } = require('@holdfast/jest');
const require_ = require;
const __dir = __dirname;
${text}`;
const inVitest = (text: string): string => `import { describe, expect, test } from '@holdfast/vitest';
import { createRequire } from 'node:module';
const require_ = createRequire(import.meta.url);
const __dir = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
${text}`;

const sources = {
  'limits.test.js': body,
  'concurrent.test.js': concurrent,
  'serial.test.js': serial,
  'left.test.js': shared('left'),
  'right.test.js': shared('right'),
};

const files = (wrap: (text: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(sources).map(([name, text]) => [name, wrap(text)]));

/** Limits that Holdfast keeps itself: what a warm-up and the wait for a turn take is not counted, all else is. */
export const limits: Case = {
  name: 'limits',
  files: {},
  jestFiles: files(inJest),
  vitestFiles: files(inVitest),
  config: { testTimeoutMs: 400 },
  rows: () => [
    row('limits.test.js', 'a warm-up > leaves the limit as it is for the rest', timedOut),
    row('limits.test.js', 'a warm-up > does not help what takes long before it', timedOut),
    row('limits.test.js', 'a warm-up > hears of a limit that struck', timedOut),
    row('limits.test.js', "a team's fixture that warms up > leaves the making of others counted", timedOut),
    row('limits.test.js', "a team's fixture that warms up > does not let another be made for ever", timedOut),
    row('limits.test.js', 'a hook that takes too long after it > fails its test', timedOut, {
      phase: 'beforeEach',
    }),
    row('limits.test.js', 'counts anew in each attempt', 'TEST_DESIGN/race-in-test', {
      flaky: true,
      errors: 1,
    }),
    row('concurrent.test.js', 'at the same time > one never ends', timedOut),
    row('serial.test.js', 'a test whose turn never comes > is told who holds it', 'UNKNOWN/unknown'),
  ],
};
