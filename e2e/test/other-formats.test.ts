import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJest, type Setting } from '../src/matrix.js';
import { type Project, writeProject } from '../src/project.js';
import { runCommandLine, testCommand } from '../src/run-command-line.js';

const SETTINGS: readonly Setting[] = [
  { runner: 'vitest-4', mode: 'forks' },
  { runner: 'jest-30', mode: 'in-band' },
];

const ORDERS = `
describe('orders > by day', () => {
  test('are listed', () => {});
  test('are stored', () => { expect('draft').toBe('published'); });
  test.skip('are archived', () => {});
  test.todo('are deleted');
});
`;
const BROKEN = `require('./no-such-module.js');\n`;

const runTests = (project: Project) =>
  runCommandLine(project.directory, ['repeat', '-n', '1', '--all', '--json', '--', ...testCommand(project)]);

const read = ({ directory }: Project, name: string): string =>
  readFileSync(join(directory, 'holdfast-report', name), 'utf8');

describe.each(SETTINGS)('reports for other tools of a run of $runner', (setting) => {
  const project = writeProject(
    setting,
    { 'test/orders.test.js': ORDERS, 'test/broken.test.js': BROKEN },
    { holdfast: { formats: ['json', 'ctrf', 'junit', 'agent'] } },
  );

  it('list every test, with the totals of the run', async () => {
    await runTests(project);
    const report = JSON.parse(read(project, 'report.json'));
    expect(report.totals).toMatchObject({ passed: 1, failed: 1, skipped: 1, todo: 1, otherFailures: 1 });
    const { results } = JSON.parse(read(project, 'ctrf-report.json'));
    expect(results.summary).toMatchObject({ tests: 5, passed: 1, failed: 2, skipped: 1, pending: 1 });
    expect(results.tests).toHaveLength(5);
    const xml = read(project, 'junit.xml');
    expect(xml.match(/<testcase /g)).toHaveLength(5);
    expect(xml).toContain('name="holdfast.category" value="BUG"');
    expect(read(project, 'agent.txt')).toMatch(/^Holdfast, in short: 1 of 2 tests failed, 1 other failure/);
  });

  it('are what the command renders of report.json', async () => {
    for (const [format, name] of [
      ['ctrf', 'ctrf-report.json'],
      ['junit', 'junit.xml'],
      ['agent', 'agent.txt'],
    ] as const) {
      const { stdout, stderr } = await runCommandLine(project.directory, ['report', '--format', format]);
      expect({ stdout, stderr }).toEqual({ stdout: read(project, name), stderr: '' });
    }
  });

  it('are read by triage with the same totals', async () => {
    for (const name of ['ctrf-report.json', 'junit.xml', 'report.json']) {
      const { json } = await runCommandLine(project.directory, [
        'triage',
        '--json',
        `holdfast-report/${name}`,
      ]);
      expect({ name, totals: json.report.totals }).toMatchObject({
        totals: { passed: 1, failed: 1, skipped: 1, todo: 1, otherFailures: 1 },
      });
    }
  });
});

describe.each(SETTINGS)('holdfast init in a project of $runner', (setting) => {
  const plain = isJest(setting)
    ? `// @ts-check\n/** @type {import('jest').Config} */\nconst config = {\n  testMatch: ['**/*.test.js'],\n};\n\nmodule.exports = config;\n`
    : `import { defineConfig } from 'vitest/config'\n\nexport default defineConfig(({ mode }) => ({\n  // ours\n  test: { globals: true, include: ['**/*.test.js'] },\n}))\n`;
  const file = isJest(setting) ? 'jest.config.js' : 'vitest.config.mjs';

  it('makes the next run report, and is taken back byte for byte', async () => {
    const project = writeProject(setting, { 'test/orders.test.js': ORDERS });
    const { directory } = project;
    const path = join(directory, file);
    writeFileSync(path, plain);
    await runTests(project);
    expect(existsSync(join(directory, 'holdfast-report'))).toBe(false);

    const added = await runCommandLine(directory, ['init', '--json']);
    expect(added.json).toMatchObject({ runner: isJest(setting) ? 'jest' : 'vitest', file, result: 'edited' });
    await runTests(project);
    expect(JSON.parse(read(project, 'report.json')).totals).toMatchObject({ passed: 1, failed: 1 });

    rmSync(join(directory, 'holdfast-report'), { recursive: true });
    expect((await runCommandLine(directory, ['init', '--undo'])).exitCode).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(plain);
    await runTests(project);
    expect(existsSync(join(directory, 'holdfast-report'))).toBe(false);
  });
});
