import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newLedger, runWithLedger } from '../src/lease-ledger.js';
import { DEFAULT_MODES, isJest, type Setting } from '../src/matrix.js';
import { writeProject } from '../src/project.js';

const body = `
const missing = { env: 'HOLDFAST_IS_NEVER_SET' };
describe('orders', () => {
  test('need a variable', async () => { await requires(missing); throw new Error('must not run'); });
  test('need it too', async () => { await requires(missing); throw new Error('must not run'); });
  test('say it themselves', ({ skip }) => { skip('no network here'); });
  test('give no reason', ({ skip }) => { skip(); });
  test('go on', ({ skip }) => { skip(false, 'not today'); });
  test.skip('are left out without a word', () => {});
});
describe('beside each other', () => {
  test.concurrent('one', async ({ skip }) => { await pause(5); skip('no network here'); });
  test.concurrent('two', async () => { await pause(5); });
});
describe('in a hook', () => {
  test.beforeEach(({ skip }) => { skip('not on this machine'); });
  test('is skipped', () => { throw new Error('must not run'); });
});
test('keeps what it wrote', async ({ directory }) => {
  const path = await directory({ name: 'orders', keep: 'on-failure', keepDays: 2 });
  expect(path).toBe('');
});
`;

const pause = 'const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));';
const names = '{ describe, expect, requires, test }';

const files = (setting: Setting) => ({
  'skips.test.js': isJest(setting)
    ? `const ${names} = require('@holdfast/jest');\n${pause}\n${body}`
    : `import ${names} from '@holdfast/vitest';\n${pause}\n${body}`,
});

describe.each(DEFAULT_MODES)('a report under $runner with $mode', (setting) => {
  it('counts why tests were skipped, and names the directory that was kept', async () => {
    const result = await runWithLedger(writeProject(setting, files(setting)), newLedger());
    const { report } = result;
    expect(report?.totals, result.stdout + result.stderr).toMatchObject({ passed: 2, failed: 1, skipped: 7 });
    expect(report?.skips).toEqual([
      { reason: 'no network here', tests: 2 },
      { reason: 'the environment variable HOLDFAST_IS_NEVER_SET is not set', tests: 2 },
      { reason: 'no reason given', tests: 1 },
      { reason: 'not on this machine', tests: 1 },
    ]);
    expect(result.stdout + result.stderr).toContain(
      '6 tests skipped for a reason; 2 tests: no network here, and 3 other reasons',
    );
    const text = readFileSync(join(result.directory, 'holdfast-report', 'report.txt'), 'utf8');
    expect(text).toContain('\n1 test: not on this machine\n');
    expect(text).toMatch(/^ {6}its directory is kept for 2 days: .*hf-e2e-.*orders$/m);
  });
});
