import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DEFAULT_MODES, isJest, type Setting } from '../src/matrix.js';
import { writeProject } from '../src/project.js';
import { type RunResult, runProject } from '../src/run-project.js';

const example = fileURLToPath(new URL('../../examples/worker-pool', import.meta.url));

/** The example's sources and one of its test files, under a name that the project's runner takes. */
const scenario = (setting: Setting, name: string): Record<string, string> => {
  const read = (path: string): string => readFileSync(join(example, path), 'utf8');
  const sources = ['src', 'scenario'].flatMap((folder) =>
    readdirSync(join(example, folder)).map((file) => join(folder, file)),
  );
  const test = isJest(setting) ? read(`jest/${name}.test.js`) : read(`vitest/${name}.test.mjs`);
  return {
    ...Object.fromEntries(sources.map((path) => [relative('.', path), read(path)])),
    [`tests/${name}.test.js`]: test,
  };
};

const play = (setting: Setting, name: string, args: readonly string[] = []): Promise<RunResult> =>
  runProject(writeProject(setting, scenario(setting, name), { testTimeoutMs: 100_000, wrapped: true }), {
    args,
    limitMs: 110_000,
  });

const settings = DEFAULT_MODES.filter(({ runner }) => runner === 'jest-30' || runner === 'vitest-4');

describe.each(settings)('ten tasks for five slow workers in $runner', (setting) => {
  test('half find no worker without Holdfast', async () => {
    const { report, exitCode } = await play(setting, 'by-hand');
    expect(exitCode).toBe(1);
    const [failure] = report?.failures ?? [];
    expect(failure?.attempts[0]?.errors[0]?.message).toBe('No workers available');
    expect(failure?.verdict).toMatchObject({ category: 'CONFIGURATION', cause: 'pool-exhausted' });
  });

  test('a cold pool fails too, and the verdict cites what was said beforehand', async () => {
    const { report, exitCode } = await play(setting, 'cold');
    expect(exitCode).toBe(1);
    const [failure] = report?.failures ?? [];
    expect(failure?.verdict).toMatchObject({
      category: 'CONFIGURATION',
      cause: 'pool-exhausted',
      standing: 'supported',
    });
    const cited = failure?.verdict.evidence.find(({ rule }) => rule === 'pool-forecast')?.sentence;
    expect(cited).toMatch(/^It was foreseeable\. Forecast: 5 of 10 checkouts will time out/);
    expect(cited).toMatch(/What would do: size 3 -> 8, or limit [\d.]+ s -> [\d.]+ s, or warm 5\.$/);
  });

  test('a warm pool is green, also in another order', async () => {
    const shuffled = isJest(setting)
      ? ['--randomize', '--seed=7']
      : ['--sequence.shuffle', '--sequence.seed=7'];
    const result = await play(setting, 'warm', shuffled);
    expect(result.exitCode, result.stdout + result.stderr).toBe(0);
    expect(result.report?.totals).toMatchObject({ tests: 3, passed: 3 });
  });
});
