import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FULL_MATRIX, isJest, type Setting } from '../src/matrix.js';
import { type ProjectConfig, writeProject } from '../src/project.js';
import { rowsOf } from '../src/row.js';
import { type RunOptions, type RunResult, runProject } from '../src/run-project.js';

const settings = FULL_MATRIX.filter((setting) => !isJest(setting));

const red = `test('passes', () => {});\ntest('differs', () => { expect(1).toBe(2); });\n`;
const green = `test('passes', () => {});\n`;

const run = (
  setting: Setting,
  files: Readonly<Record<string, string>>,
  config: ProjectConfig = {},
  options: RunOptions = {},
): Promise<RunResult> => runProject(writeProject(setting, files, { wrapped: true, ...config }), options);

const titlesOf = ({ report }: RunResult): string[] =>
  rowsOf(report as NonNullable<RunResult['report']>).map(({ file, title, kind, phase }) =>
    [kind, phase, file ?? '', title].join(' | '),
  );

/** The configuration of a project in its user's words. */
const configured = (members: string): Record<string, string> => ({
  'own.config.mjs': `import { holdfast } from '@holdfast/vitest/plugin';
export default { plugins: [holdfast()], test: { globals: true, ${members} } };\n`,
});
const own = ['--config', 'own.config.mjs'];

for (const setting of settings) {
  const { runner, mode } = setting;
  const isDefault = mode === 'forks';

  describe(`${runner} with ${mode}`, () => {
    test('unhandled errors have rows of their own, whenever they come', async () => {
      const result = await run(setting, {
        'during.test.js': `
test('leaves a rejection', async () => {
  Promise.reject(new Error('nobody listens'));
  await new Promise((resolve) => setTimeout(resolve, 30));
});\n`,
        'after.test.js': `
test('has ended', () => {});
afterAll(async () => {
  setTimeout(() => { throw new Error('after the test'); }, 0);
  await new Promise((resolve) => setTimeout(resolve, 50));
});\n`,
      });
      expect(titlesOf(result)).toEqual([
        'unhandled | after-end | after.test.js | ',
        'unhandled | test | during.test.js | leaves a rejection',
      ]);
      expect(result.report?.totals).toMatchObject({ passed: 2, failed: 0, otherFailures: 2 });
      expect(result.exitCode).toBe(1);
    });

    test.runIf(isDefault)(
      'an error of a global tear-down is reported when it comes, as Vitest counts it',
      async () => {
        const result = await run(
          setting,
          {
            'global.js': `export const setup = () => {};
export const teardown = () => { throw new Error('cannot stop the database'); };\n`,
            'passes.test.js': green,
          },
          { globalSetup: 'global.js' },
        );
        if (runner === 'vitest-4') {
          expect(result.exitCode).toBe(0);
          expect(result.report?.gaps).toEqual([
            'A global tear-down failed after the run, and Vitest does not count it: cannot stop the database',
          ]);
          return;
        }
        expect(result.exitCode).toBe(1);
        expect(titlesOf(result)).toEqual(['run | global-teardown |  | ']);
        expect(result.report?.totals).toMatchObject({ passed: 1, failed: 0, otherFailures: 1 });
      },
    );

    test('the set-up file changes neither order nor fixtures, in workers that keep their modules too', async () => {
      const file = (name: string) => `
import { evidence } from '@holdfast/vitest';
import { vi, test as base } from 'vitest';
const order = [];
const test = base.extend({ auto: [async ({}, use) => { order.push('fixture'); await use(1); }, { auto: true }] });
beforeEach(() => { order.push('beforeEach'); return () => { order.push('clean-up'); }; });
afterEach(() => { order.push('afterEach'); });
test('fails', () => {
  vi.useFakeTimers({ now: 0 });
  evidence('pool.checkout', { size: 3 });
  order.push('body');
  throw new Error('broke in ${name}');
});
test('tells the order', () => { vi.useRealTimers(); console.log('ORDER ' + order.join(' ') + '.'); });\n`;
      const extra = `isolate: false, fileParallelism: false, poolOptions: { threads: { singleThread: true }, forks: { singleFork: true } }`;
      const files = { 'a.test.js': file('a'), 'b.test.js': file('b') };
      const watched = await run(setting, files, { extra });
      const lines = (text: string) => text.match(/ORDER [a-zA-Z -]+\./g);
      const alone = await run(
        setting,
        { ...files, 'own.config.mjs': `export default { test: { globals: true, ${extra} } };` },
        {},
        { args: own },
      );
      expect(lines(watched.stdout)).toHaveLength(2);
      expect(lines(watched.stdout)).toEqual(lines(alone.stdout));
      expect(
        watched.report?.failures.map(({ evidence, machine }) => [evidence[0]?.data, machine !== null]),
      ).toEqual([
        [{ size: 3 }, true],
        [{ size: 3 }, true],
      ]);
    });

    test('a run that is interrupted leaves what was known', async () => {
      const result = await run(
        setting,
        {
          'slow.test.js': `
test('fails first', () => { throw new Error('known before'); });
test('is slow', async () => { await new Promise((resolve) => setTimeout(resolve, 30_000)); }, 60_000);\n`,
          'quick.test.js': red,
        },
        {},
        { interruptWhen: (output) => (output.includes('differs') ? 'SIGINT' : undefined) },
      );
      expect(result.exitCode).toBe(130);
      expect(result.report?.run.interrupted).toBe('signal');
      expect(titlesOf(result)).toContain('test | test | quick.test.js | differs');
      expect(result.stdout).toContain('differs');
    });
  });

  describe.runIf(isDefault)(`${runner} by default`, () => {
    test('verdicts lie on the tests for reporters listed later, and the summary follows the others', async () => {
      const result = await run(setting, { 'red.test.js': red });
      const [assertion] =
        result.runnerJson?.testResults[0]?.assertionResults.filter(({ status }) => status === 'failed') ?? [];
      const [failure] = result.report?.failures ?? [];
      const { category, cause, priority, standing, why } = failure?.verdict ?? {};
      expect(assertion?.meta?.holdfast).toEqual({
        category,
        cause,
        priority,
        standing,
        why,
        incident: failure?.incident,
      });
      expect(why).toBeTypeOf('string');
      expect(result.stdout.indexOf('holdfast-report')).toBeGreaterThan(result.stdout.indexOf('Duration'));
    });

    // Installed beside one version alone.
    test.runIf(runner === 'vitest-4')('and for its html reporter', async () => {
      const extra = `reporters: ['default', ['html', { outputFile: 'html/index.html' }]]`;
      const result = await run(setting, { 'red.test.js': red }, { extra });
      const page = readFileSync(join(result.directory, 'html/html.meta.json.gz'));
      // A list of values, in which members and texts stand as their indexes.
      const values: Record<string, string>[] = JSON.parse(gunzipSync(page).toString());
      const at = (index: string | undefined) => values[Number(index)];
      const marks = values.filter((value) => typeof value?.holdfast === 'string');
      const { category, cause } = result.report?.failures[0]?.verdict ?? {};
      expect(marks).toHaveLength(1);
      const mark = at(marks[0]?.holdfast);
      expect([at(mark?.category), at(mark?.cause)]).toEqual([category, cause]);
      expect(category).toBeTypeOf('string');
    });

    test('without reporters of its own a project keeps the defaults, those for GitHub included', async () => {
      const result = await run(
        setting,
        { ...configured(''), 'red.test.js': red },
        {},
        {
          args: own,
          env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: undefined },
        },
      );
      expect(result.stdout).toMatch(/Tests +1 failed \| 1 passed/);
      expect(result.stdout.match(/^::error .*$/gm)?.length).toBeGreaterThanOrEqual(2);
      expect(result.report?.failures).toHaveLength(1);
    });

    test('one plugin at the root serves projects with configurations of their own, two give one report', async () => {
      const result = await run(
        setting,
        {
          'own.config.mjs': `import { holdfast } from '@holdfast/vitest/plugin';
export default { plugins: [holdfast(), holdfast()], test: { projects: ['./packages/*', { test: { name: 'inline', globals: true, include: ['inline/*.test.js'], retry: 1 } }] } };\n`,
          'packages/one/vitest.config.mjs': `export default { test: { name: 'one', globals: true } };\n`,
          'packages/one/red.test.js': red,
          'inline/flaky.test.js': `let calls = 0;\ntest('passes on retry', () => { calls += 1; if (calls === 1) throw new Error('first attempt'); });\n`,
        },
        {},
        { args: own },
      );
      const rows = result.report?.failures.map(({ project, title, flaky, machine }) => [
        project,
        title[0],
        flaky,
        machine !== null,
      ]);
      expect(rows?.sort()).toEqual([
        ['inline', 'passes on retry', true, true],
        ['one', 'differs', false, true],
      ]);
      expect(result.stdout.match(/holdfast-report/g)).toHaveLength(1);
    });

    test('a global set-up that fails is a row with its error', async () => {
      const result = await run(
        setting,
        {
          'broken.js': `export default () => { throw new Error('the container does not start'); };\n`,
          'green.test.js': green,
        },
        { globalSetup: 'broken.js' },
      );
      expect(titlesOf(result)).toEqual(['run | global-setup |  | ']);
      expect(result.report?.failures[0]?.attempts[0]?.errors[0]?.message).toContain(
        'the container does not start',
      );
      expect(result.exitCode).toBe(1);
    });

    test('a report for a program on standard output stays whole', async () => {
      const config =
        runner === 'vitest-5' ? `reporters: [['json', { stdout: true }]]` : `reporters: ['json']`;
      const result = await run(setting, { ...configured(config), 'red.test.js': red }, {}, { args: own });
      expect(JSON.parse(result.stdout)).toMatchObject({ numFailedTests: 1 });
      expect(result.stderr).toContain('holdfast-report');
    });

    test('errors that the project ignores leave the run green, and are told', async () => {
      const files = {
        'late.test.js': `test('ends', async () => { Promise.reject(new Error('ignored')); await new Promise((r) => setTimeout(r, 20)); });\n`,
      };
      const result = await run(setting, files, { extra: 'dangerouslyIgnoreUnhandledErrors: true' });
      expect(result.exitCode).toBe(0);
      expect(titlesOf(result)).toEqual(['unhandled | test | late.test.js | ends']);
    });

    test('a run without tests is as green or red as Vitest says', async () => {
      const files = { 'none.txt': '' };
      const passing = await run(setting, files, { extra: 'passWithNoTests: true' });
      expect([passing.exitCode, passing.report?.totals.tests]).toEqual([0, 0]);
      const failing = await run(setting, files);
      expect([failing.exitCode, failing.report?.totals.tests]).toEqual([1, 0]);
      expect(titlesOf(failing)).toEqual(['run | load |  | ']);
    });

    test('a run that stops at the first failure says so', async () => {
      const files = { 'a.test.js': red, 'b.test.js': red, 'c.test.js': red };
      const result = await run(setting, files, { bail: 1, extra: 'fileParallelism: false' });
      expect(result.report?.run.interrupted).toBe('bail');
      expect(result.report?.totals).toMatchObject({ failed: result.runnerJson?.numFailedTests });
    });

    test('a part of the files is one shard, repetitions are attempts', async () => {
      const repeated = `let calls = 0;\ntest('is repeated', { repeats: 2 }, () => { calls += 1; if (calls === 2) throw new Error('second'); });\n`;
      const result = await run(
        setting,
        { 'a.test.js': repeated, 'b.test.js': repeated },
        {},
        { args: ['--shard', '1/2'] },
      );
      expect(result.report?.run.shard).toBe('1/2');
      expect(result.report?.failures).toHaveLength(1);
      expect(result.report?.failures[0]?.attempts.map(({ status }) => status)).toContain('failed');
      expect(result.report?.totals.failed).toBe(result.runnerJson?.numFailedTests);
    });

    test('without the set-up file every failure still has its row', async () => {
      const files = { 'red.test.js': red, 'load.test.js': `throw new Error('thrown while loading');\n` };
      const result = await run(setting, files, { wrapped: false, reporterOnly: true });
      expect(titlesOf(result)).toEqual([
        'file | load | load.test.js | ',
        'test | test | red.test.js | differs',
      ]);
    });
  });
}
