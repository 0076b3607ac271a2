import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'holdfast-report-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

writeFileSync(
  join(cwd, 'junit.xml'),
  `<testsuites name="vitest tests"><testsuite name="a.test.js" tests="3">
<testcase classname="a.test.js" name="cart &gt; adds"/>
<testcase classname="a.test.js" name="cart &gt; ::error::evil
::stop-commands::x ##[group]"><failure message="expected 'draft' to be 'published'" type="AssertionError">AssertionError: expected 'draft' to be 'published'</failure></testcase>
<testcase classname="a.test.js" name="cart &gt; waits"><skipped/></testcase>
</testsuite></testsuites>`,
);

const render = async (...args: string[]) => (await runCli(['report', 'junit.xml', ...args], { cwd })).stdout;

describe('holdfast report', () => {
  it('renders the log of another tool with its passed tests', async () => {
    const { results } = JSON.parse(await render('--format', 'ctrf'));
    expect(results.summary).toMatchObject({ tests: 3, passed: 1, failed: 1, skipped: 1 });
    expect(results.tests.map(({ status }: { status: string }) => status).sort()).toEqual([
      'failed',
      'passed',
      'skipped',
    ]);
  });

  it.each(['text', 'markdown', 'agent', 'junit', 'csv', 'json'])('renders %s', async (format) => {
    expect(await render('--format', format)).toContain('evil');
  });

  it('lets no title begin a workflow command in annotations or in short', async () => {
    const [annotations, agent] = [await render('-f', 'annotations'), await render('-f', 'agent')];
    expect(annotations.match(/^\s*::\w+/gm)).toEqual(['::error']);
    expect(agent.match(/^\s*::/gm)).toBeNull();
  });

  it('prints no workflow command on GitHub but its annotations', async () => {
    const env = { GITHUB_ACTIONS: 'true' };
    for (const words of [
      ['report', 'junit.xml'],
      ['report', 'junit.xml', '-f', 'agent'],
      ['triage', 'junit.xml'],
    ]) {
      const { stdout } = await runCli(words, { cwd, env });
      expect(stdout).toContain('evil');
      // An annotation is one line, and what it says is not looked at for the old form.
      const others = stdout.split('\n').filter((line) => !line.startsWith('::error file='));
      expect(others.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
    }
  });

  it('names places from the root of the repository in annotations', async () => {
    const env = { GITHUB_WORKSPACE: join(cwd, '..') };
    for (const words of [
      ['report', 'junit.xml', '-f', 'annotations'],
      ['triage', 'junit.xml', '--annotations'],
      ['triage', 'junit.xml', '--print', 'annotations'],
    ])
      expect((await runCli(words, { cwd, env })).stdout).toContain(`file=${cwd.split('/').at(-1)}/a.test.js`);
  });

  it('writes to a file, and notes what the report does not name', async () => {
    writeFileSync(join(cwd, 'bare.json'), await render('--format', 'json'));
    const run = await runCli(['report', 'bare.json', '-f', 'junit', '-o', 'out.xml'], { cwd });
    expect(run).toMatchObject({ exitCode: 0, stdout: 'Wrote out.xml.\n' });
    expect(run.stderr).toContain('does not name the tests that passed');
    expect(readFileSync(join(cwd, 'out.xml'), 'utf8')).toMatch(/^<\?xml/);
  });
});

describe('holdfast triage --print', () => {
  it('prints the report in place of the summary', async () => {
    const { stdout, exitCode } = await runCli(['triage', 'junit.xml', '--print', 'agent'], { cwd });
    expect(stdout).toMatch(/^Holdfast, in short: 1 of 2 tests failed/);
    expect(exitCode).toBe(1);
  });
});
