import { describe, expect, test } from 'vitest';
import { FULL_MATRIX, isJest, type Setting } from '../src/matrix.js';
import { type ProjectConfig, writeProject } from '../src/project.js';
import { rowsOf } from '../src/row.js';
import { type RunOptions, type RunResult, runProject } from '../src/run-project.js';

const run = (
  setting: Setting,
  files: Readonly<Record<string, string>>,
  config: ProjectConfig = { wrapped: true },
  options: RunOptions = {},
): Promise<RunResult> => runProject(writeProject(setting, files, config), options);

const rowsIn = ({ report, stdout, stderr }: RunResult): string[] => {
  if (report === undefined) throw new Error(`no report was written\n${stdout}${stderr}`);
  return rowsOf(report).map(({ file, title, kind, phase }) => [kind, phase, file ?? '', title].join(' | '));
};

const green = `test('passes', () => {});\n`;

const culprit = (body: string): Record<string, string> => ({
  'ends.test.js': `
test('passes before', () => {});
test('is the culprit', async () => { ${body}; await new Promise((resolve) => setTimeout(resolve, 300)); });
test('comes after', () => {});\n`,
  'neighbour.test.js': green,
});

/** What a test does to the world around it, and never puts back. */
const tampering = (load: string, more: string): string => `
${load}
const broken = () => { throw new Error('tampered with'); };
test('breaks everything', () => {
  JSON.stringify = JSON.parse = broken;
  Date.now = () => 0;
  Date.prototype.toISOString = broken;
  ${more}
  globalThis.setTimeout = globalThis.setImmediate = globalThis.setInterval = broken;
  for (const name of ['openSync', 'writeSync', 'closeSync', 'renameSync', 'mkdirSync']) fs[name] = broken;
  for (const name of Object.keys(process.env)) delete process.env[name];
  // A thread has no directory of its own.
  try { process.chdir(os.tmpdir()); } catch {}
  throw new Error('the first after that');
});
test('fails as well', () => { throw new Error('the second after that'); });
`;

describe.each(FULL_MATRIX)('in $runner with $mode', (setting) => {
  const isThread = setting.mode !== 'forks' && setting.mode !== 'processes';

  test.runIf(isJest(setting))('an error that nobody caught is charged to the test that ran', async () => {
    for (const body of [
      `Promise.reject(new Error('nobody listens'))`,
      `setTimeout(() => { throw new Error('nobody catches') }, 5)`,
    ]) {
      const result = await run(setting, culprit(body));
      expect(rowsIn(result), body).toEqual(['test | test | ends.test.js | is the culprit']);
      expect(result.report?.totals).toMatchObject({ passed: 3, failed: 1 });
      expect(result.exitCode).toBe(1);
    }
  });

  test.skipIf(isJest(setting))('a call of process.exit is charged to the test that made it', async () => {
    const result = await run(setting, culprit('process.exit(0)'));
    expect(rowsIn(result)).toEqual(['test | test | ends.test.js | is the culprit']);
    expect(result.report?.totals).toMatchObject({
      passed: 3,
      failed: result.runnerJson?.numFailedTests ?? Number.NaN,
    });
    expect(result.exitCode).toBe(1);
  });

  test.skipIf(isJest(setting))('a heap that runs full is charged to the test that ran', async () => {
    const small = `execArgv: ['--max-old-space-size=96']`;
    const ofForks = setting.runner === 'vitest-3' ? `poolOptions: { forks: { ${small} } }` : small;
    const full = 'const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()))';
    const result = await run(
      setting,
      culprit(full),
      { wrapped: true, ...(isThread ? {} : { extra: ofForks }) },
      isThread ? { env: { NODE_OPTIONS: '--max-old-space-size=256' } } : {},
    );
    // Vitest 3 tells the end of its worker a second time, as that of the channel to it.
    const again = setting.runner === 'vitest-3' && !isThread ? ['worker | worker |  | '] : [];
    expect(rowsIn(result).sort(), result.stdout + result.stderr).toEqual([
      ...again,
      'worker | worker | ends.test.js | is the culprit',
    ]);
    expect(result.exitCode).toBe(1);
  });

  test('a test that tampers with everything takes no failure away, nor what was seen of it', async () => {
    const load = isJest(setting)
      ? `const fs = require('node:fs');\nconst os = require('node:os');`
      : `import fs from 'node:fs';\nimport os from 'node:os';`;
    // Vitest 3 talks with its forks by JSON, and would fall over it itself.
    const isOwnChannel = setting.runner === 'vitest-3' && setting.mode === 'forks';
    const more = isOwnChannel ? '' : `Array.prototype.toJSON = () => 'tampered with';`;
    // In band Jest itself meets what the test has broken, and could load no further file.
    const neighbours = setting.mode === 'in-band' ? {} : { 'neighbour.test.js': green };
    const result = await run(setting, { 'tampers.test.js': tampering(load, more), ...neighbours });
    const rows = rowsIn(result);
    expect(rows.filter((one) => one.startsWith('test'))).toEqual([
      'test | test | tampers.test.js | breaks everything',
      'test | test | tampers.test.js | fails as well',
    ]);
    const failures = result.report?.failures ?? [];
    // Whatever else is red is the runner, which met what the test had broken, and says so.
    for (const { attempts } of failures.filter(({ kind }) => kind !== 'test')) {
      expect(attempts[0]?.errors[0]?.message).toBe('tampered with');
    }
    expect(result.report?.totals).toMatchObject({ passed: Object.keys(neighbours).length, failed: 2 });
    const withMachine = failures.filter(({ kind, machine }) => kind === 'test' && machine !== null);
    expect(withMachine).toHaveLength(2);
    expect(result.exitCode).toBe(1);
  });

  test.runIf(isJest(setting) && !isThread)(
    'without the set-up file every failure still has its row',
    async () => {
      const files = {
        'red.test.js': `test('passes', () => {});\ntest('differs', () => { expect(1).toBe(2); });\n`,
        'load.test.js': `throw new Error('thrown while loading');\n`,
        'killed.test.js': `test('is killed', async () => {
  process.kill(process.pid, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 5000));
});\n`,
      };
      const result = await run(setting, files, { reporterOnly: true });
      expect(rowsIn(result)).toEqual([
        expect.stringMatching(/^(?:worker|file) \| \w+ \| killed\.test\.js \| $/),
        'file | load | load.test.js | ',
        'test | test | red.test.js | differs',
      ]);
      expect(result.exitCode).toBe(1);
    },
  );
});
