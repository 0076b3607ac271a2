import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@holdfast/triage';
import { describe, expect, it } from 'vitest';
import { limitFiles, tellingFiles } from '../cases/settings.js';
import { DEFAULT_MODES, FULL_MATRIX, isJest, type Setting } from '../src/matrix.js';
import { type ProjectConfig, writeProject } from '../src/project.js';
import { type RunOptions, type RunResult, runProject } from '../src/run-project.js';

interface Telling {
  readonly result: RunResult;
  readonly report: Report;
  /** What the failing test said. */
  readonly told: Readonly<Record<string, unknown>>;
}

const tell = async (
  setting: Setting,
  files: Readonly<Record<string, string>>,
  config: ProjectConfig = {},
  options: RunOptions = {},
): Promise<Telling> => {
  const result = await runProject(
    writeProject(setting, { ...tellingFiles(setting), ...files }, config),
    options,
  );
  const { report } = result;
  expect(report, result.stdout + result.stderr).toBeDefined();
  const message = report?.failures[0]?.attempts[0]?.errors[0]?.message ?? '';
  expect(message).toMatch(/told \{/);
  return {
    result,
    report: report as Report,
    told: JSON.parse(message.slice(message.indexOf('told ') + 'told '.length)),
  };
};

const textOf = ({ result }: Telling, name: string): string => {
  const path = join(result.directory, 'holdfast-report', name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

describe.each(FULL_MATRIX)('the machine under $runner with $mode', (setting) => {
  it('is in every report, and its settings in the worker', async () => {
    const told = await tell(setting, {}, { holdfast: { load: 2, retryAttempts: 4 } });
    expect(told.told).toEqual({
      environment: 'local',
      retryAttempts: 4,
      timeMultiplier: 1,
      fitLimits: false,
      forcedLimits: {},
      pool: 10,
      load: 200,
    });
    const { machine, settings } = told.report.run;
    expect(machine).toMatchObject({
      speed: expect.any(Number),
      load: expect.any(Number),
      tier: expect.stringMatching(/^(?:low|medium|high)$/),
      speedSource: expect.stringMatching(/^(?:measured|cached)$/),
    });
    expect(settings).toMatchObject({ file: null, load: 2, retryAttempts: 4 });
    const line = `speed ${machine?.speed}, load ${machine?.load}, ${machine?.tier} tier`;
    const terminal = `${told.result.stdout}${told.result.stderr}`.replace(/\s+/g, ' ');
    expect(terminal).toContain(line);
    expect(textOf(told, 'report.txt')).toContain(line);
    expect(textOf(told, 'summary.md')).toContain(line);
  });
});

const FILE = `
environment: night
environments:
  night: { retryAttempts: 7, poolSize: 4, timeMultiplier: 2 }
fitLimits: true
outputDir: elsewhere
areas: [{ name: telling, paths: ['tests/**'], priority: high }]
masks: [swordfish]
`;

describe.each(DEFAULT_MODES)('a settings file under $runner', (setting) => {
  it('is found; options of the runner and variables lie on top of it, and each has its say', async () => {
    const { told, report } = await tell(
      setting,
      { 'holdfast.config.yaml': FILE },
      { holdfast: { outputDir: 'holdfast-report', retryAttempts: 8 } },
      { env: { CHAOS_POOL_SIZE: '5', CHAOS_TIMEOUT: '9', CHAOS_LOAD_MULTIPLIER: '3' } },
    );
    expect(told).toEqual({
      environment: 'night',
      retryAttempts: 8,
      timeMultiplier: 2,
      fitLimits: true,
      forcedLimits: { chaos: 9_000 },
      pool: 5,
      load: 300,
    });
    expect(report.run).toMatchObject({
      environment: 'night',
      settings: { file: 'holdfast.config.yaml', load: 3, poolSize: 5, fitLimits: true },
    });
    expect(report.failures[0]?.area).toBe('telling');
    expect(report.gaps).toEqual([]);
  });

  it('in TypeScript may take its types from the package, and say where the reports lie', async () => {
    const from = isJest(setting) ? '@holdfast/jest/config' : '@holdfast/vitest/plugin';
    const file = `import { defineConfig } from '${from}';
const attempts: number = 6;
export default defineConfig({ outputDir: 'holdfast-report', retryAttempts: attempts });
`;
    const { report } = await tell(setting, { 'holdfast.config.ts': file });
    expect(report.gaps).toEqual([]);
    expect(report.run.settings).toMatchObject({ file: 'holdfast.config.ts', retryAttempts: 6 });
  });

  it('with a mistake is told in one line, with file, key, value and the nearest key; the run goes on', async () => {
    const file = '{ "retryAttemps": 9, "silent": "no", "masks": ["swordfish"] }';
    const mistaken = await tell(
      setting,
      { 'holdfast.config.json': file },
      {},
      { env: { HOLDFAST_POOL_SIZE: 'many' } },
    );
    const { report, result, told } = mistaken;
    expect(told).toMatchObject({ retryAttempts: 3, pool: 10 });
    expect(report.gaps).toEqual([
      expect.stringMatching(
        /holdfast\.config\.json: there is no setting `retryAttemps` \(its value is 9\)\. Did you mean `retryAttempts`\? Accepted here: load, .*\.$/,
      ),
      "environment variable: `HOLDFAST_POOL_SIZE` is 'many'; accepted is a whole number from 1.",
      'holdfast.config.json: Option `silent` is "no"; accepted is true or false',
    ]);
    const terminal = `${result.stdout}${result.stderr}`.replace(/\s+/g, ' ');
    expect(terminal).toContain('there is no setting `retryAttemps` (its value is 9)');
    expect(result.exitCode).toBe(1);
  });

  it('that is broken ends no run that is green', async () => {
    const project = writeProject(setting, {
      'holdfast.config.mjs': 'throw new Error("broken");',
      'green.test.js': `test('is green', () => {});\n`,
    });
    const { exitCode, report, stdout, stderr } = await runProject(project);
    expect(exitCode, stdout + stderr).toBe(0);
    expect(report?.gaps).toEqual([expect.stringMatching(/the settings could not be read: .*broken/)]);
  });
});

describe.each(DEFAULT_MODES)('limits and retries under $runner', (setting) => {
  it('get their verdicts from what was told of machine and waiting, and say why', async () => {
    const { report, exitCode, stdout, stderr } = await runProject(writeProject(setting, limitFiles(setting)));
    expect(report, stdout + stderr).toBeDefined();
    const rows = new Map(report?.failures.map((failure) => [failure.title.join(' > '), failure]));
    const verdictOf = (title: string): unknown => {
      const { category, cause, standing } = rows.get(title)?.verdict ?? {};
      return `${category}/${cause}, ${standing}`;
    };
    expect(verdictOf('a limit that was too short')).toBe('CONFIGURATION/timeout-budget, supported');
    expect(verdictOf('a limit on a busy machine')).toBe('ENVIRONMENT/slow-machine, supported');
    expect(rows.get('a limit on a busy machine')?.verdict.why).toContain(
      'processors were at least 99 % busy',
    );
    expect(verdictOf('a wait that never ends')).toBe('BUG/hang, supported');
    expect(verdictOf('a wait that never ends on a busy machine')).toBe('ENVIRONMENT/slow-machine, suspected');

    const watched = rows.get('is watched until its limit')?.evidence.find(({ name }) => name === 'resources');
    expect(watched?.data).toMatchObject({ overloaded: expect.any(Boolean) });
    expect(watched?.data.samples).toBeGreaterThan(1);

    expect(rows.has('passes at once')).toBe(false);
    const flaky = rows.get('passes by a retry');
    expect(flaky).toMatchObject({
      flaky: true,
      verdict: { category: 'ENVIRONMENT', cause: 'service-unreachable' },
    });
    expect(flaky?.attempts.map(({ errors }) => errors[0]?.message ?? null)).toEqual([
      'connect ECONNREFUSED 127.0.0.1:6379, call 1',
      'connect ECONNREFUSED 127.0.0.1:6379, call 2',
      null,
    ]);
    expect(report?.totals).toMatchObject({ failed: 5, passed: 2, flaky: 1 });
    expect(report?.gaps).toEqual([]);
    expect(exitCode).toBe(1);
  });
});
