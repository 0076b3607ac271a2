import { isJest, type Setting } from '../src/matrix.js';
import type { ProjectConfig } from '../src/project.js';

const use = (setting: Setting, names: string): string =>
  isJest(setting)
    ? `const { ${names} } = require('@holdfast/jest');\n`
    : `import { ${names} } from '@holdfast/vitest';\n`;

/** A machine of half the reference speed, and settings that ask for fitted limits, as the main process hands them. */
const MACHINE = {
  version: 1,
  cores: 4,
  memoryBytes: 8 * 2 ** 30,
  speed: 0.5,
  speedSource: 'measured',
  load: 1,
  loadSource: 'unknown',
  ci: null,
  tier: 'medium',
};
const SETTINGS = {
  environment: 'local',
  load: 'measured',
  timeMultiplier: 1,
  limits: { unit: 5_000, integration: 30_000, chaos: 60_000 },
  retryAttempts: 3,
  passRate: { target: 0.9, floor: 0.8 },
  poolSize: null,
  fitLimits: true,
  forcedLimits: {},
};

/** Puts what the main process would hand over into the worker's own environment, before Holdfast's setup file. */
const handedOver = `
const { env } = process.getBuiltinModule('node:process');
env.HOLDFAST_MACHINE = ${JSON.stringify(JSON.stringify(MACHINE))};
env.HOLDFAST_SETTINGS = ${JSON.stringify(JSON.stringify(SETTINGS))};
`;

export const adaptiveConfig = (setting: Setting): ProjectConfig =>
  isJest(setting)
    ? { testTimeoutMs: 1_000, extra: `setupFiles: ['<rootDir>/handed-over.js']` }
    : {
        testTimeoutMs: 1_000,
        reporterOnly: true,
        extra: `setupFiles: ['./handed-over.js', '@holdfast/vitest/setup']`,
      };

/** Every way by which the adaptive helpers reach a report. */
export const adaptiveFiles = (setting: Setting): Record<string, string> => ({
  'handed-over.js': handedOver,
  'budgets.test.js': `${use(setting, 'budget')}
const ofTheFile = budget.time(3_000);
test('fails with a budget', () => { budget.load(100); expect(ofTheFile).toBe(0); });
test('fails without one of its own', () => { expect(1).toBe(2); });
test('passes with a budget', () => { budget.iterations(1_000); });
`,
  'limits.test.js': `${use(setting, 'evidence')}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
test('takes longer than the default limit, and not than the fitted one', () => sleep(1_100));
test('takes longer than a limit of its own', () => sleep(900), 250);
test('fails within the fitted limit', () => { evidence('own', { it: 'is' }); expect(1).toBe(2); });
`,
  'matchers.test.js': `${use(setting, 'concurrently, eventually')}
const half = { successes: 5, failures: 5, total: 10 };
test('a rate is missed', () => { expect(half).toSucceedAtLeast(0.9); });
test('a rate is kept', () => { expect(half).toSucceedAtLeast(0.4); expect(half).not.toFailAtMost(0.2); });
test('took turns', async () => {
  let before = Promise.resolve();
  const inTurn = () => (before = before.then(() => new Promise((resolve) => setTimeout(resolve, 5))));
  expect(await concurrently(6, inTurn, { together: true, alone: 5 })).toOverlap({ atLeast: 3 });
});
test('finishes in time', async () => { await expect(() => 1).toFinishWithin(200); });
test('does not finish in time', async () => {
  await expect(new Promise((resolve) => setTimeout(resolve, 120))).toFinishWithin(5);
});
test('waits in vain', async () => {
  await eventually(() => false, { within: 30, what: 'the queue to drain' });
});
`,
  'retry.test.js': `${use(setting, 'retry')}
const refused = () => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
let calls = 0;
test('retries an operation', async () => {
  const value = await retry(() => { calls += 1; if (calls < 3) throw refused(); return calls; }, { delay: 1 });
  expect(value).toBe(3);
});
test('retries in vain', async () => { await retry(() => { throw refused(); }, { delay: 1, attempts: 2 }); });
`,
  'whole-tests.test.js': `${use(setting, 'afterEach, beforeEach, expect, test')}
const refused = (attempt) =>
  Object.assign(new Error('attempt ' + attempt + ': connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
const log = [];
beforeEach(() => { log.push('before'); });
afterEach(() => { log.push('after'); });
let calls = 0;
test('passes at the third attempt', { retry: { delay: 5 } }, () => {
  calls += 1;
  log.push(calls);
  if (calls < 3) throw refused(calls);
});
test('had its hooks around every attempt', () => {
  expect(log.join()).toBe('before,1,after,before,2,after,before,3,after,before');
});
let mistakes = 0;
test('is not retried for a mistake', { retry: true }, () => { mistakes += 1; expect(mistakes).toBe(0); });
test('never passes', { retry: { attempts: 2, delay: 0 } }, () => { throw refused('any'); });
let seldom = 0;
test('is retried as its option says', { retry: { attempts: 2, delay: 0, retryIf: ({ message }) => message.includes('seldom') } }, () => {
  seldom += 1;
  if (seldom < 2) throw new Error('seldom');
});
`,
});
