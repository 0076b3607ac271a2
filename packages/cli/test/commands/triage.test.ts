import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recording } from '../recording.js';
import { runCli } from '../run-cli.js';

let cwd = '';
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'holdfast-cli-')));
  mkdirSync(join(cwd, 'logs/deep'), { recursive: true });
  copyFileSync(recording('jest-junit.xml'), join(cwd, 'logs/jest.xml'));
  copyFileSync(recording('pytest-v-short.txt'), join(cwd, 'logs/deep/pytest.log'));
  writeFileSync(join(cwd, 'logs/notes.txt'), 'Dear diary, nothing failed.\n');
  writeFileSync(join(cwd, 'logs/coverage.xml'), '<?xml version="1.0"?><coverage/>');
  writeFileSync(join(cwd, 'green.tap'), 'TAP version 13\nok 1 - a\nok 2 - b\n1..2\n');
  writeFileSync(join(cwd, 'torn.xml'), readFileSync(recording('jest-junit.xml'), 'utf8').slice(0, 6_000));
  writeFileSync(
    join(cwd, 'options.json'),
    JSON.stringify({ areas: [{ name: 'carts', paths: ['tests/**'], priority: 'high' }] }),
  );
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const triage = (...args: readonly string[]) => runCli(['triage', ...args], { cwd });
const parse = (stdout: string) => JSON.parse(stdout);

describe('holdfast triage', () => {
  it('ends with 1 for a red log, 0 for a green one, 2 for one that is torn', async () => {
    expect((await triage('logs/jest.xml')).exitCode).toBe(1);
    expect(await triage('green.tap')).toEqual({
      exitCode: 0,
      stdout: 'Holdfast  2 tests passed\n',
      stderr: '',
    });
    const torn = await triage('torn.xml');
    expect(torn.exitCode).toBe(2);
    expect(torn.stderr).toMatch(/^error: torn\.xml:\d+: it ends in the middle; the rest is missing\n$/);
    expect(torn.stdout).toContain('tests failed');
  });

  it('reads folders, globs and standard input, and adds their tests up', async () => {
    const folder = parse((await triage('--json', 'logs')).stdout);
    expect(
      folder.logs.map(({ name, tests }: { name: string; tests: { failed: number } }) => [name, tests.failed]),
    ).toEqual([
      ['logs/deep/pytest.log', 13],
      ['logs/jest.xml', 8],
    ]);
    expect(folder.report.totals.failed).toBe(21);
    expect(folder.report.gaps).toContainEqual(expect.stringMatching(/^logs\/notes\.txt was passed over/));
    expect(folder.unread).toEqual([]);
    expect(parse((await triage('--json', 'logs/**/*.log')).stdout).report.totals.failed).toBe(13);
    const piped = await runCli(['triage', '--json', '-'], {
      cwd,
      stdin: readFileSync(recording('exunit.txt'), 'utf8'),
    });
    expect(parse(piped.stdout).logs).toMatchObject([{ name: 'standard input', tool: 'exunit' }]);
  });

  it('is not green for a folder in which a report is empty', async () => {
    mkdirSync(join(cwd, 'shards'));
    copyFileSync(join(cwd, 'green.tap'), join(cwd, 'shards/1.tap'));
    writeFileSync(join(cwd, 'shards/stderr.log'), '');
    expect((await triage('shards')).exitCode).toBe(0);
    writeFileSync(join(cwd, 'shards/2.xml'), '');
    expect(await triage('shards')).toMatchObject({
      exitCode: 2,
      stderr: 'error: shards/2.xml: it is empty\n',
    });
  });

  it('does not read the reports that it wrote into the same folder', async () => {
    mkdirSync(join(cwd, 'kept'));
    copyFileSync(recording('jest-junit.xml'), join(cwd, 'kept/jest.xml'));
    const read = async () =>
      parse((await triage('--json', '-o', 'kept/report', 'kept')).stdout).report.totals;
    const first = await read();
    expect(await read()).toEqual(first);
    // Named itself, it is wanted.
    expect((await triage('kept/report/report.json', '-o', 'kept/report')).stdout).toContain('tests failed');
  });

  it('writes nothing without --output, and the reports that are asked for with it', async () => {
    await triage('logs/jest.xml');
    expect(existsSync(join(cwd, 'holdfast-report'))).toBe(false);
    const { stdout } = await triage('-o', 'out', '--reports', 'csv', '--reports', 'json', 'logs/jest.xml');
    expect(stdout).toContain('Reports: out/inventory.csv (also .json)');
    expect(existsSync(join(cwd, 'out/report.txt'))).toBe(false);
    expect(JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8')).run.machine).toBeNull();
  });

  it('reads its own report.json again, with the same totals and verdicts', async () => {
    await triage('-o', 'again', 'logs/jest.xml', 'logs/deep/pytest.log');
    const first = JSON.parse(readFileSync(join(cwd, 'again/report.json'), 'utf8'));
    const second = parse((await triage('--json', 'again/report.json')).stdout).report;
    const verdicts = (report: typeof first) =>
      report.failures.map(({ id, verdict }: { id: string; verdict: { category: string; cause: string } }) => [
        id,
        verdict.category,
        verdict.cause,
      ]);
    expect({ ...second.totals, files: null }).toEqual({ ...first.totals, files: null });
    expect(verdicts(second)).toEqual(verdicts(first));
  });

  it('takes areas and rules from a file, and refuses one that it cannot read', async () => {
    const { stdout } = await triage('--json', '--config', 'options.json', 'logs/deep/pytest.log');
    expect(parse(stdout).report.areas).toMatchObject([{ name: 'carts', passed: 3, failed: 13 }]);
    expect(parse(stdout).report.failures[0]).toMatchObject({ area: 'carts' });
    const wrong = await triage('--config', 'missing.json', 'green.tap');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toMatch(/^error: --config missing\.json: it cannot be read/);
  });

  it.each([
    [['no-such.xml'], 'error: no-such.xml does not exist\nerror: there is no log to read\n'],
    [['none/**/*.xml'], 'error: none/**/*.xml matches no file\nerror: there is no log to read\n'],
  ])('%j is one clear error each', async (args, stderr) => {
    expect(await triage(...args)).toEqual({ exitCode: 2, stdout: '', stderr });
  });

  it('judges what is there when one of several is missing, and still ends with 2', async () => {
    const { exitCode, stderr, stdout } = await triage('green.tap', 'gone.xml');
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: 'error: gone.xml does not exist\n' });
    expect(stdout).toContain('2 tests passed');
  });

  it('gives no pass rate by folder where only failures are named', async () => {
    const { report } = parse((await triage('--json', recording('pytest.txt'))).stdout);
    expect(report.folders).toEqual([]);
    expect(report.gaps).toContainEqual(expect.stringMatching(/^Pass rates by folder and area are left out/));
    const named = parse((await triage('--json', 'logs/deep/pytest.log')).stdout).report;
    expect(named.folders).toMatchObject([{ name: 'tests', passed: 3, failed: 13 }]);
  });

  it('says so when one run was given twice', async () => {
    const { stdout } = await triage('--json', recording('pytest-junit.xml'), recording('pytest.txt'));
    expect(parse(stdout).report.gaps).toContainEqual(
      expect.stringMatching(/^\d+ failures stand in more than one log/),
    );
  });

  it('masks secrets of the log', async () => {
    const secret = 'postgres://admin:hunter2secret@db.example.test/app';
    const stdin = `TAP version 13\nnot ok 1 - connects\n  ---\n  message: "cannot reach ${secret}"\n  ...\n1..1\n`;
    const { stdout } = await runCli(['triage', '--json', '-'], { cwd, stdin });
    expect(stdout).not.toContain('hunter2secret');
  });
});
