import { type Case, row } from '../src/case.js';

/** One text for both runners; what differs is how the package is loaded. */
const body = `
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const ended = [];
let made = 0;
const workers = {
  create: async () => { await pause(20); made += 1; return { number: made, alive: true }; },
  destroy: (worker) => { ended.push(worker.number); },
  check: (worker) => worker.alive,
};

describe('a pool', () => {
  test('serves ten tasks with five that are warm', async ({ pool }) => {
    const five = await pool({ ...workers, size: 3, overflow: 2, warm: 5 });
    const results = await Promise.all(Array.from({ length: 10 }, (_, task) => five.use(async () => { await pause(5); return task; })));
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(five.statistics()).toMatchObject({ size: 5, checkouts: 10, timedOutCheckouts: 0, started: 5 });
  });
  test('is closed with its test', () => { expect(ended.splice(0)).toHaveLength(5); });

  test('replaces the dead', async ({ pool }) => {
    const one = await pool({ ...workers, size: 1 });
    const first = await one.use((worker) => { worker.alive = false; return worker.number; });
    expect(await one.use((worker) => worker.number)).toBe(first + 1);
  });

  test('is exhausted, as was said beforehand', async ({ pool }) => {
    const one = await pool({ ...workers, name: 'narrow', size: 1, warm: 1, checkoutWithin: 200 });
    let release;
    const until = new Promise((resolve) => { release = resolve; });
    const holding = one.use(() => until);
    try {
      await one.use(() => {});
    } finally {
      release();
      await holding;
    }
  });

  test('says at once that nothing starts', async ({ pool }) => {
    const create = () => { throw Object.assign(new Error('spawn python3.99 ENOENT'), { code: 'ENOENT', syscall: 'spawn python3.99' }); };
    const none = await pool({ ...workers, create, size: 1 });
    await none.use(() => {});
  });

  for (const name of ['one', 'two', 'three']) {
    test.concurrent('of each of several tests at once: ' + name, async ({ pool, expect }) => {
      // Jest 29 runs these beside the others, whose workers are counted.
      const own = await pool({ name, size: 2, create: () => pause(20).then(() => ({})), destroy: () => {} });
      // The second is needed while the first is held.
      let open;
      const both = new Promise((resolve) => { open = resolve; });
      await Promise.all([own.use(() => both), own.use(() => open())]);
      await own.use(() => pause(5));
      expect(own.statistics()).toMatchObject({ pool: name, checkouts: 3, started: 2 });
    });
  }
});

test('what the product uses is adopted', async ({ adopt }) => {
  const queue = { numUsed: () => 1, numFree: () => 1, numPendingAcquires: () => 0, max: 2, destroy: async () => { ended.push('adopted'); } };
  const adopted = adopt(queue, { idleWithin: 20 });
  expect(adopted.statistics()).toMatchObject({ library: 'tarn', size: 2, busy: 1, idle: 1 });
});
test('and closed', () => { expect(ended).toContain('adopted'); });

test('a service that is not there', async ({ ready }) => {
  await ready(probe.port(1), { within: 300 });
});
test('a service that is not there when the runner gives up', async ({ ready }) => {
  await ready(probe.redis('redis://127.0.0.1:1'));
}, 2_000);
test('what is there', async ({ ready }) => {
  let looks = 0;
  await ready(() => { looks += 1; return looks > 2; });
  await ready(probe.file(__filename));
});
test('is warmed up', async ({ warmUp }) => {
  expect(await warmUp(() => pause(1), { until: 3 })).toMatchObject({ calls: 3, settled: true });
});

test('needs a program that nobody has', async ({ requires }) => {
  await requires({ program: 'no-such-program-here' });
  throw new Error('must not run');
});
test('needs what everybody has', async () => {
  await requires({ program: process.execPath }, { env: 'PATH' });
});
`;

const NAMES = 'describe, expect, probe, requires, test';

/** The fixtures for pools and for what has to be there before a test: what they do, and the verdicts when it is not. */
export const pools: Case = {
  name: 'pools and readiness',
  files: {},
  jestFiles: { 'pools.test.js': `const { ${NAMES} } = require('@holdfast/jest');\n${body}` },
  vitestFiles: {
    'pools.test.js': `import { ${NAMES} } from '@holdfast/vitest';\nimport { fileURLToPath } from 'node:url';\nconst __filename = fileURLToPath(import.meta.url);\n${body}`,
  },
  rows: () => [
    row('pools.test.js', 'a pool > is exhausted, as was said beforehand', 'CONFIGURATION/pool-exhausted'),
    row('pools.test.js', 'a pool > says at once that nothing starts', 'ENVIRONMENT/missing-program'),
    row('pools.test.js', 'a service that is not there', 'ENVIRONMENT/service-unreachable'),
    row(
      'pools.test.js',
      'a service that is not there when the runner gives up',
      'ENVIRONMENT/service-unreachable',
    ),
  ],
};
