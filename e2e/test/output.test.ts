import { describe, expect, test } from 'vitest';
import { DEFAULT_MODES, isJest, type Setting } from '../src/matrix.js';
import { writeProject } from '../src/project.js';
import { type RunResult, runProject } from '../src/run-project.js';

const green = { 'green.test.js': `test('passes', () => {});\n` };
const red = { 'red.test.js': `test('passes', () => {});\ntest('differs', () => { expect(1).toBe(2); });\n` };

const outputOf = ({ stdout, stderr }: RunResult): string => stdout + stderr;
const lines = (result: RunResult): readonly string[] =>
  outputOf(result)
    .split('\n')
    .filter((line) => line.trim() !== '');

/** The configuration of somebody who does not use Holdfast. */
const withoutHoldfast = (setting: Setting): Readonly<Record<string, string>> =>
  isJest(setting)
    ? { 'plain.config.js': `module.exports = { testMatch: ['**/*.test.js'], reporters: ['default'] };\n` }
    : {
        'plain.config.js': `export default { test: { globals: true, include: ['**/*.test.js'], reporters: ['default', ['json', { outputFile: 'runner.json' }]] } };\n`,
      };
const plain = ['--config', 'plain.config.js'];

const coloured = /\u001B\[\d+mHoldfast/;

describe.each(DEFAULT_MODES)('what $runner prints', (setting) => {
  test('is one line longer after a green run', async () => {
    const files = { ...green, ...withoutHoldfast(setting) };
    const watched = await runProject(writeProject(setting, files, { wrapped: true }));
    const alone = await runProject(writeProject(setting, files), { args: plain });
    expect(lines(watched).filter((line) => line.startsWith('Holdfast'))).toEqual(['Holdfast  1 test passed']);
    expect(lines(watched), outputOf(watched)).toHaveLength(lines(alone).length + 1);
  });

  test('is coloured where it is asked for, and not where it is refused or goes to a file', async () => {
    const outputWith = async (env: Readonly<Record<string, string | undefined>>): Promise<string> =>
      outputOf(await runProject(writeProject(setting, red, { wrapped: true }), { env }));
    expect(await outputWith({ NO_COLOR: undefined, FORCE_COLOR: '1' })).toMatch(coloured);
    const refused = await outputWith({ NO_COLOR: '1', FORCE_COLOR: undefined });
    const toFile = await outputWith({ NO_COLOR: undefined, FORCE_COLOR: undefined });
    for (const text of [refused, toFile]) {
      expect(text).toContain('Holdfast  1 of 2 tests failed');
      expect(text).not.toMatch(coloured);
    }
  });

  test('is nothing of Holdfast where it is silent, and the reports are written', async () => {
    const result = await runProject(
      writeProject(setting, red, { wrapped: true, holdfast: { silent: true, annotations: false } }),
    );
    expect(outputOf(result)).not.toMatch(/^Holdfast|holdfast-report/m);
    expect(result.report?.failures).toHaveLength(1);
  });

  test('has a line for GitHub with file, line and verdict, there alone', async () => {
    const annotations = (result: RunResult): readonly string[] =>
      lines(result).filter((line) => line.startsWith('::error ') && line.includes('title=UNKNOWN'));
    const onGitHub = await runProject(writeProject(setting, red, { wrapped: true }), {
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: undefined },
    });
    expect(annotations(onGitHub), outputOf(onGitHub)).toEqual([
      expect.stringMatching(/^::error file=[^,]*red\.test\.js,line=2,.*differs::/),
    ]);
    expect(annotations(await runProject(writeProject(setting, red, { wrapped: true })))).toEqual([]);
  });
});
