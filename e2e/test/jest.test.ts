import { describe, expect, test } from 'vitest';
import { FULL_MATRIX, isJest, type Setting } from '../src/matrix.js';
import { type ProjectConfig, writeProject } from '../src/project.js';
import { rowsOf } from '../src/row.js';
import { type RunOptions, type RunResult, runProject } from '../src/run-project.js';

const settings = FULL_MATRIX.filter(isJest);

const run = (
  setting: Setting,
  files: Readonly<Record<string, string>>,
  config: ProjectConfig = {},
  options: RunOptions = {},
): Promise<RunResult> => runProject(writeProject(setting, files, { wrapped: true, ...config }), options);

const rowsIn = ({ report, stdout, stderr }: RunResult): string[] => {
  if (report === undefined) throw new Error(`no report was written\n${stdout}${stderr}`);
  return rowsOf(report).map(({ file, title, kind, phase }) => [kind, phase, file ?? '', title].join(' | '));
};

const green = `test('passes', () => {});\n`;
const red = `test('passes', () => {});\ntest('differs', () => { expect(1).toBe(2); });\n`;

const ending = (body: string): Record<string, string> => ({
  'ends.test.js': `
test('passes before', () => {});
test('is the culprit', async () => { ${body}; await new Promise((resolve) => setTimeout(resolve, 3000)); });
test('never has its turn', () => {});\n`,
  'neighbour.test.js': green,
  'other-neighbour.test.js': green,
});

for (const setting of settings) {
  const { runner, mode } = setting;
  const isInBand = mode === 'in-band';
  const isDefault = mode === 'processes';

  describe(`${runner} with ${mode}`, () => {
    test.each([0, 1])('process.exit(%i) is charged to the test that ran', async (code) => {
      const result = await run(setting, ending(`process.exit(${code})`));
      expect(rowsIn(result)).toEqual(['worker | worker | ends.test.js | is the culprit']);
      expect(result.exitCode).toBe(isInBand ? code : 1);
    });

    test.skipIf(isInBand)('a heap that runs full is charged to the test that ran', async () => {
      const full = 'const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()))';
      const result = await run(
        setting,
        ending(full),
        {},
        { env: { NODE_OPTIONS: '--max-old-space-size=96' } },
      );
      expect(rowsIn(result)).toEqual(['worker | worker | ends.test.js | is the culprit']);
      expect(result.exitCode).toBe(1);
    });

    test('an interrupted run leaves what its files had told', async () => {
      const files = {
        'hangs.test.js': `
test('passes', () => {});
test('breaks', () => { throw new Error('broke early'); });
test('hangs', async () => {
  process.stderr.write('HANGING\\n');
  await new Promise((resolve) => setTimeout(resolve, 30000));
}, 40000);\n`,
        'neighbour.test.js': green,
        'other-neighbour.test.js': green,
      };
      const interruptWhen = (output: string) =>
        output.includes('HANGING') ? ('SIGINT' as const) : undefined;
      const result = await run(setting, files, {}, { interruptWhen });
      expect(rowsIn(result)).toEqual(['test | test | hangs.test.js | breaks']);
      expect(result.report?.run.interrupted).toBe('signal');
      expect(result.report?.gaps.join()).toContain('hangs');
      expect(result.signal).toBe('SIGINT');
    });

    test('hostile surroundings take nothing away', async () => {
      const files = {
        'timers.test.js': `
const { expect, jest, test } = require('@jest/globals');
const { evidence } = require('@holdfast/jest');
jest.mock('fs', () => ({ writeSync() { throw new Error('mocked'); } }));
jest.mock('node:perf_hooks', () => ({}));
jest.retryTimes(2);
let calls = 0;
test('passes at the third attempt', () => { calls += 1; if (calls < 3) throw new Error('attempt ' + calls); });
test('leaves evidence', () => { evidence('pool.checkout', { waitedMs: 30 }); expect(1).toBe(2); });
test.concurrent('leaves evidence beside others', async () => {
  evidence('beside.others', { known: true });
  throw new Error('concurrent');
});\n`,
      };
      const extra = `injectGlobals: false, resetModules: true, resetMocks: true, restoreMocks: true, fakeTimers: { enableGlobally: true }`;
      const { report } = await run(setting, files, { extra });
      const told = report?.failures.map(({ title, attempts, evidence, attemptsComplete }) => ({
        title: title.join(' '),
        errors: attempts.flatMap(({ errors }) => errors.map(({ message }) => message.split('\n')[0])),
        evidence: [...new Set(evidence.map(({ name }) => name))],
        attemptsComplete,
      }));
      const differs = 'expect(received).toBe(expected) // Object.is equality';
      expect(told).toHaveLength(3);
      expect(told).toEqual(
        expect.arrayContaining([
          {
            title: 'passes at the third attempt',
            errors: ['attempt 1', 'attempt 2'],
            evidence: [],
            attemptsComplete: true,
          },
          {
            title: 'leaves evidence',
            errors: [differs, differs, differs],
            evidence: ['pool.checkout'],
            attemptsComplete: true,
          },
          {
            title: 'leaves evidence beside others',
            errors: [expect.stringMatching('concurrent'), 'concurrent', 'concurrent'],
            evidence: ['beside.others'],
            attemptsComplete: true,
          },
        ]),
      );
    });

    test.runIf(isInBand)('an error that brings Jest down after all was told has a row', async () => {
      const late = `test('passes', () => { setTimeout(() => { throw new Error('much too late'); }, 900); });\n`;
      const result = await run(setting, { 'late.test.js': late });
      expect(rowsIn(result)).toEqual(['unhandled | after-end | late.test.js | ']);
      expect(result.exitCode).not.toBe(0);
    });

    test.runIf(isDefault)(
      'a global set-up or tear-down that fails has a row, and Jest’s exit code stays',
      async () => {
        const broken = `module.exports = async () => { throw new Error('no database to begin with'); };\n`;
        const setup = await run(
          setting,
          { 'a.test.js': green, 'global.js': broken },
          { globalSetup: 'global.js' },
        );
        expect(rowsIn(setup)).toEqual(['run | global-setup |  | ']);
        expect(setup.exitCode).toBe(1);
        const teardown = await run(
          setting,
          { 'a.test.js': green, 'global.js': broken },
          { globalTeardown: 'global.js' },
        );
        expect(rowsIn(teardown)).toEqual(['run | global-teardown |  | ']);
        expect(teardown.exitCode).toBe(1);
      },
    );

    test.runIf(isDefault)('a run that is red without a failed test says why', async () => {
      const none = await run(setting, {});
      expect(rowsIn(none)).toEqual(['run | load |  | ']);
      const files = {
        'product.js': 'exports.pick = (x) => (x ? 1 : 2);\n',
        'a.test.js': `require('./product');\n${green}`,
      };
      const extra = 'collectCoverage: true, coverageThreshold: { global: { branches: 100 } }';
      const uncovered = await run(setting, files, { extra });
      expect(rowsIn(uncovered)).toEqual(['run | global-teardown |  | ']);
      expect([none.exitCode, uncovered.exitCode]).toEqual([1, 1]);
    });

    test.runIf(isDefault)('bail and shards agree with Jest’s own figures', async () => {
      const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.test.js`, red]));
      const bailed = await run(setting, files, { bail: 1 });
      expect(bailed.report?.run.interrupted).toBe('bail');
      expect(rowsIn(bailed)).toHaveLength(bailed.report?.totals.failed ?? -1);
      const sharded = await run(setting, files, {}, { args: ['--shard=1/2'] });
      expect(sharded.report?.run.shard).toBe('1/2');
      expect(sharded.report?.totals).toMatchObject({ failed: sharded.runnerJson?.numFailedTests, passed: 2 });
      expect(rowsIn(sharded)).toHaveLength(2);
    });

    test.runIf(isDefault)('a file that two projects run keeps its errors apart', async () => {
      const files = {
        'shared.test.js': `test('differs by project', () => { throw new Error('in project ' + WHERE); });\n`,
      };
      const project = (name: string) =>
        `{ displayName: '${name}', testMatch: ['<rootDir>/*.test.js'], globals: { WHERE: '${name}' } }`;
      const extra = `projects: [${project('one')}, ${project('two')}]`;
      const { report } = await run(setting, files, { extra });
      const told = report?.failures.map(({ project: name, attempts }) => [
        name,
        attempts[0]?.errors[0]?.message,
      ]);
      expect(told?.sort()).toEqual([
        ['one', 'in project one'],
        ['two', 'in project two'],
      ]);
    });

    test.runIf(isDefault)('the summary follows Jest’s own, whatever the order of the reporters', async () => {
      const extra = `reporters: [['@holdfast/jest/reporter', {}], 'default'], setupFilesAfterEnv: ['@holdfast/jest/setup']`;
      const { stdout, stderr } = await run(setting, { 'a.test.js': red }, { extra });
      expect(stderr.indexOf('Holdfast')).toBeGreaterThan(stderr.indexOf('Ran all test suites'));
      expect(stderr.match(/^Holdfast/gm)).toHaveLength(1);
      expect(stdout).not.toContain('Holdfast');
    });
  });
}
