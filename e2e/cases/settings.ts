import { isJest, type Setting } from '../src/matrix.js';

const use = (setting: Setting, names: string): string =>
  isJest(setting)
    ? `const { ${names} } = require('@holdfast/jest');\n`
    : `import { ${names} } from '@holdfast/vitest';\n`;

/** A test whose failure says what of the settings reached the worker. */
export const tellingFiles = (setting: Setting): Record<string, string> => ({
  'tests/telling.test.js': `${use(setting, 'budget')}
test('tells its settings', () => {
  const { environment, retryAttempts, timeMultiplier, fitLimits, forcedLimits } = JSON.parse(process.env.HOLDFAST_SETTINGS);
  const told = { environment, retryAttempts, timeMultiplier, fitLimits, forcedLimits, pool: budget.pool(10), load: budget.load(100) };
  throw new Error('told ' + JSON.stringify(told));
});
`,
});

/** Verdicts that facts about time decide, told by the tests themselves so that no machine decides them otherwise. */
export const limitFiles = (setting: Setting): Record<string, string> => ({
  'limits.test.js': `${use(setting, 'evidence, monitor, retry')}
const waitedInVain = () => Object.assign(new Error('Waited 200 ms for the order to be paid, in vain (9 polls).'), { code: 'HOLDFAST_WAIT_TIMED_OUT' });
const watched = (overloaded) => evidence('resources', { durationMs: 200, samples: 9, overloaded, reasons: overloaded ? ['processors were at least 99 % busy'] : [] });
const fails = () => { throw waitedInVain(); };
test('a limit that was too short', () => {
  evidence('wait.late', { for: 'the order', limitMs: 200, trueAfterMs: 210 });
  watched(false);
  fails();
});
test('a limit on a busy machine', () => {
  evidence('wait.late', { for: 'the order', limitMs: 200, trueAfterMs: 210 });
  watched(true);
  fails();
});
test('a wait that never ends', () => {
  evidence('wait', { for: 'the order', limitMs: 200 });
  watched(false);
  fails();
});
test('a wait that never ends on a busy machine', () => {
  evidence('wait', { for: 'the order', limitMs: 200 });
  watched(true);
  fails();
});
test('is watched until its limit', async () => {
  monitor({ interval: 10 });
  await new Promise(() => {});
}, 300);
test('passes by a retry', async () => {
  let calls = 0;
  await retry(() => {
    calls += 1;
    if (calls < 3) throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:6379, call ' + calls), { code: 'ECONNREFUSED' });
  }, { attempts: 5, delay: 1 });
});
test('passes at once', async () => { await retry(() => 1); });
`,
});
