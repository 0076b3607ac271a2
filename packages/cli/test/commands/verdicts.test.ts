import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recording } from '../recording.js';
import { runCli } from '../run-cli.js';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'holdfast-verdicts-')));
  copyFileSync(recording('jest-junit.xml'), join(cwd, 'junit.xml'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const holdfast = (...args: readonly string[]) => runCli(args, { cwd });

/** The rows that the log makes, as `holdfast triage` tells them. */
const rows = async (): Promise<
  readonly { id: string; kind: string; verdict: { category: string; cause: string } }[]
> => JSON.parse((await holdfast('triage', 'junit.xml', '--json')).stdout).report.failures;

const known = () => JSON.parse(readFileSync(join(cwd, 'holdfast.known.json'), 'utf8'));

describe('verdicts of a log', () => {
  it('are explained one by one, by id or by a part of the title', async () => {
    const [row] = await rows();
    const { exitCode, stdout } = await holdfast('explain', row?.id ?? '', '--report', 'junit.xml');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${row?.verdict.category} ${row?.verdict.cause}`);
    expect(stdout).toContain('What to do next');
    const missing = await holdfast('explain', 'no such thing', '--report', 'junit.xml');
    expect(missing).toMatchObject({ exitCode: 2, stdout: '' });
    expect(missing.stderr).toContain('no failure of the report is "no such thing"');
  });

  it('are corrected with a reason and no other way, and the correction can be taken back', async () => {
    const [row] = await rows();
    const id = row?.id ?? '';
    const report = ['--report', 'junit.xml'];
    expect((await holdfast('correct', id, 'BUG/hang', ...report)).stderr).toContain(
      'say why, with --because',
    );
    expect((await holdfast('correct', id, ...report)).stderr).toContain('say what it is');
    expect((await holdfast('correct', id, 'BUGS/hang', ...report)).stderr).toContain('did you mean BUG?');
    expect(existsSync(join(cwd, 'holdfast.known.json'))).toBe(false);
    await holdfast('correct', id, 'bug/hang', '--because', 'It never ends.', '--by', 'Ada', ...report);
    expect(known().corrections).toMatchObject([
      { category: 'BUG', cause: 'hang', because: 'It never ends.', by: 'Ada' },
    ]);
    expect((await holdfast('correct', id, '--remove', ...report)).exitCode).toBe(0);
    expect(known().corrections).toEqual([]);
    expect((await holdfast('correct', id, '--remove', ...report)).exitCode).toBe(2);
  });

  it('are left alone where the file of what is known has a mistake in it', async () => {
    const [row] = await rows();
    const text = '{"corrections":[{"fingerprint":1}]}';
    writeFileSync(join(cwd, 'holdfast.known.json'), text);
    const { exitCode, stderr } = await holdfast(
      'correct',
      row?.id ?? '',
      'BUG/hang',
      '--because',
      'x',
      '--report',
      'junit.xml',
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('corrections[0].fingerprint is 1');
    expect(readFileSync(join(cwd, 'holdfast.known.json'), 'utf8')).toBe(text);
  });

  it('are put in quarantine with owner, reason and a date that is to come, up to the cap', async () => {
    const all = (await rows()).filter(({ kind }) => kind === 'test');
    const [first, second] = all;
    const quarantine = (id = '', until = '2999-01-01') =>
      holdfast(
        'quarantine',
        id,
        '--owner',
        'Grace',
        '--because',
        'x',
        '--until',
        until,
        '--report',
        'junit.xml',
      );
    expect((await holdfast('quarantine', first?.id ?? '', '--owner', 'Grace')).stderr).toContain(
      'needs --because, --until',
    );
    expect((await quarantine(first?.id, '2020-01-01')).stderr).toContain('which is over');
    expect((await quarantine(first?.id, '2026-02-31')).stderr).toContain('accepted is a date');
    expect((await quarantine(first?.id)).exitCode).toBe(0);
    writeFileSync(join(cwd, 'holdfast.known.json'), JSON.stringify({ ...known(), quarantineCap: 1 }));
    const over = await quarantine(second?.id);
    expect(over).toMatchObject({ exitCode: 2 });
    expect(over.stderr).toContain('the cap is 1');
    expect((await holdfast('known')).stdout).toContain('Quarantined: 1 (cap 1)');
  });
});

describe('logs of any tool', () => {
  it('are compared, judged by a gate and merged like reports', async () => {
    const torn = readFileSync(join(cwd, 'junit.xml'), 'utf8').slice(0, 4_000);
    writeFileSync(join(cwd, 'torn.xml'), torn);
    const same = await holdfast('compare', 'junit.xml', 'junit.xml', '--json');
    expect(same.exitCode).toBe(0);
    expect(JSON.parse(same.stdout)).toMatchObject({ newlyFailing: [], fixed: [] });
    expect((await holdfast('gate', '--report', 'junit.xml')).exitCode).toBe(1);
    expect((await holdfast('gate', '--report', 'torn.xml')).stderr).toContain('torn.xml cannot be read');
    const merged = await holdfast('merge', 'junit.xml', '-o', 'joined', '--json');
    expect(JSON.parse(merged.stdout).written).toHaveLength(
      existsSync(join(cwd, 'joined/report.html')) ? 5 : 4,
    );
  });

  it('are joined as far as they can be read; the others are named, and no gate calls the whole green', async () => {
    writeFileSync(join(cwd, 'green.tap'), 'TAP version 13\nok 1 - a\nok 2 - b\n1..2\n');
    writeFileSync(join(cwd, 'torn.json'), '{"format":"holdfast-report","vers');
    const { exitCode, stderr, stdout } = await holdfast(
      'merge',
      'green.tap',
      'torn.json',
      'gone',
      '-o',
      'all',
    );
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: torn\.json is no JSON: .+\nerror: there is no report at gone\n$/);
    expect(stdout).toContain('2 tests passed, cut short\n');
    const report = JSON.parse(readFileSync(join(cwd, 'all/report.json'), 'utf8'));
    expect(report.gaps).toEqual([
      expect.stringMatching(/^Left out of the joined report: torn\.json is no JSON/),
      'Left out of the joined report: there is no report at gone',
    ]);
    expect((await holdfast('gate', '--report', 'all')).exitCode).toBe(3);
    const none = await holdfast('merge', 'torn.json', '-o', 'none');
    expect(none).toMatchObject({ exitCode: 2, stdout: '' });
    expect(none.stderr).toContain('there is no report to merge');
    expect(existsSync(join(cwd, 'none'))).toBe(false);
  });

  it('end a merge with 3 where nothing failed and a shard is missing', async () => {
    await holdfast('triage', '-o', 'one', '--reports', 'json', 'junit.xml');
    const path = join(cwd, 'one/report.json');
    const { run, ...report } = JSON.parse(readFileSync(path, 'utf8'));
    const green = { ...report.totals, failed: 0, flaky: 0, otherFailures: 0 };
    const shard = { ...report, run, totals: green, failures: [], incidents: [] };
    writeFileSync(path, JSON.stringify(shard));
    expect((await holdfast('merge', 'one', '-o', 'all')).exitCode).toBe(0);
    writeFileSync(
      join(cwd, 'third.json'),
      JSON.stringify({ ...shard, run: { ...run, id: 'c', shard: '3/3' } }),
    );
    writeFileSync(path, JSON.stringify({ ...shard, run: { ...run, shard: '1/3' } }));
    expect((await holdfast('merge', 'one', '-o', 'all')).stdout).toContain('Shards 2/3, 3/3 are not among');
    const { exitCode, stdout } = await holdfast('merge', 'one', 'third.json', '-o', 'all');
    expect(exitCode).toBe(3);
    expect(stdout).toContain('Shard 2/3 is not among the reports that were merged');
  });

  it('are named where there is none', async () => {
    expect((await holdfast('gate')).stderr).toBe(
      'error: there is no report at holdfast-report/report.json; run the tests first, or name one with --report\n',
    );
    writeFileSync(join(cwd, 'notes.txt'), 'Dear diary');
    expect((await holdfast('gate', '--report', 'notes.txt')).stderr).toContain('notes.txt cannot be read');
    expect((await holdfast('history')).stdout).toBe('No run is kept yet.\n');
  });
});

describe('holdfast gate', () => {
  it('takes its bar from the settings of the environment, and says what is wrong with them', async () => {
    writeFileSync(
      join(cwd, 'green.tap'),
      `TAP version 13\n${Array.from({ length: 30 }, (_, index) => `${index < 6 ? 'not ok' : 'ok'} ${index + 1} - t${index}`).join('\n')}\n1..30\n`,
    );
    const rate = async () =>
      JSON.parse(
        (await holdfast('gate', '--report', 'green.tap', '--environment', 'local', '--json')).stdout,
      ).rules.find(({ rule }: { rule: string }) => rule === 'pass-rate');
    expect(await rate()).toMatchObject({ status: 'acceptable', figure: 0.8, limit: 0.8 });
    writeFileSync(
      join(cwd, 'holdfast.config.json'),
      '{"environments":{"local":{"passRate":{"target":0.7,"floor":0.5}}}}',
    );
    expect(await rate()).toMatchObject({ status: 'met', limit: 0.5 });
    writeFileSync(join(cwd, 'holdfast.config.json'), '{"gate":{"newBug":1}}');
    expect((await holdfast('gate', '--report', 'green.tap')).stderr).toContain('`gate.newBug` is not known');
  });
});

describe('holdfast repeat', () => {
  it('judges any command by what it leaves', async () => {
    const script = `
      const fs = require('node:fs');
      const runs = fs.existsSync('n') ? Number(fs.readFileSync('n', 'utf8')) : 0;
      fs.writeFileSync('n', String(runs + 1));
      fs.writeFileSync('out.tap', 'TAP version 13\\n' + (runs % 2 ? 'not ok' : 'ok') + ' 1 - flips\\nok 2 - stays\\n1..2\\n# run ' + 'x'.repeat(runs));
      process.exitCode = runs % 2;`;
    const words = [
      'repeat',
      '-n',
      '4',
      '--all',
      '--report',
      'out.tap',
      '--json',
      '--',
      process.execPath,
      '-e',
      script,
    ];
    const { exitCode, stdout, stderr } = await holdfast(...words);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      runs: 4,
      green: 2,
      tests: [{ title: ['flips'], passed: 2, failed: 2, isFlaky: true }],
    });
    expect(stderr).toContain('run 4 of 4: red (1, 1 failed)');
  });

  it('keeps processors busy for as long as it runs, and hands seeds on', async () => {
    const script = "require('node:fs').appendFileSync('seeds', process.argv.at(-1) + ' ')";
    const words = [
      'repeat',
      '-n',
      '3',
      '--shuffle',
      '--seed',
      '40',
      '--load',
      '1',
      '--',
      process.execPath,
      '-e',
      script,
      '{seed}',
    ];
    const { exitCode } = await holdfast(...words);
    expect(exitCode).toBe(0);
    expect(readFileSync(join(cwd, 'seeds'), 'utf8')).toBe('40 41 42 ');
  });

  it('says what could not be started', async () => {
    const { exitCode, stderr } = await holdfast('repeat', '--', 'no-such-program-at-all');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('no-such-program-at-all could not be started');
  });
});
