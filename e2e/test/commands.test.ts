import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Setting } from '../src/matrix.js';
import { type Project, writeProject } from '../src/project.js';
import { runCommandLine, startCommandLine, testCommand } from '../src/run-command-line.js';
import { runProject } from '../src/run-project.js';

const SETTINGS: readonly Setting[] = [
  { runner: 'vitest-4', mode: 'forks' },
  { runner: 'jest-30', mode: 'in-band' },
];

/** Fails in every second run: it counts its runs in a file. */
const FLIPS = `
const { readFileSync, writeFileSync, existsSync } = require('node:fs');
const counter = require('node:path').join(__dirname, '../count.txt');
test('flips', () => {
  const runs = existsSync(counter) ? Number(readFileSync(counter, 'utf8')) : 0;
  writeFileSync(counter, String(runs + 1));
  expect(runs % 2 === 1 ? 'late' : 'in time').toBe('in time');
});
test('stays', () => {});
`;

const BROKEN = `
const { stateOf } = require('../src/state.js');
test('is broken', () => {
  expect(stateOf()).toBe('paid');
});
`;

const STATE = `
exports.stateOf = () => 'pending';
`;

const STEADY = Array.from({ length: 22 }, (_, index) => `test('passes ${index}', () => {});`).join('\n');

const project = (setting: Setting, more: Readonly<Record<string, string>> = {}): Project =>
  writeProject(setting, {
    'src/state.js': STATE,
    'test/flips.test.js': FLIPS,
    'test/steady.test.js': STEADY,
    ...more,
  });

const idOf = (directory: string, title: string): string => {
  const report = JSON.parse(readFileSync(join(directory, 'holdfast-report/report.json'), 'utf8'));
  return report.failures.find((row: { title: string[] }) => row.title.includes(title)).id;
};

describe.each(SETTINGS)('the commands after runs of $runner', (setting) => {
  it('repeat a run, tell which test flips and what the sample shows, and the history knows it then', async () => {
    const made = project(setting);
    const { directory } = made;
    const words = ['repeat', '-n', '12', '--all', '--json', '--', ...testCommand(made)];
    const repeated = await runCommandLine(directory, words);
    expect(repeated.exitCode).toBe(1);
    expect(repeated.json).toMatchObject({
      runs: 12,
      green: 6,
      withoutReport: 0,
      meetsBar: false,
      stoppedEarly: false,
    });
    expect(repeated.json.tests).toHaveLength(1);
    expect(repeated.json.tests[0]).toMatchObject({
      title: ['flips'],
      passed: 6,
      failed: 6,
      unknown: 0,
      isFlaky: true,
    });
    expect(repeated.json.tests[0].verdicts[0]).toMatchObject({ category: 'BUG', failures: 6 });

    const asked = await runCommandLine(directory, ['history', 'flips', '--json']);
    const [flips] = asked.json.tests.filter((test: { title: string[] }) => test.title[0] === 'flips');
    expect(flips).toMatchObject({ runs: 12, passed: 6, failed: 6, flips: 11, steadiness: 'flaky' });
    const all = await runCommandLine(directory, ['history', '--json']);
    expect(all.json.tests).toHaveLength(24);
    expect(all.json.runs).toHaveLength(12);
    const printed = await runCommandLine(directory, ['history']);
    expect(printed.stdout).toContain('12 runs since');
    expect(printed.stdout).toMatch(/test\/flips\.test\.js > flips\n {2}flaky · 6 of 12 passed · 11 flips/);
    expect(printed.stdout).not.toContain('passes 3');

    // The next run but one fails again, and knows by now that this comes and goes.
    await runProject(made);
    const { report } = await runProject(made);
    expect(report?.failures[0]?.history).toMatchObject({ runs: 13, failed: 6, knownFlaky: true });
  });

  it('stop repeating when more runs would not change the answer', async () => {
    const made = project(setting, { 'test/broken.test.js': BROKEN });
    const repeated = await runCommandLine(made.directory, [
      'repeat',
      '-n',
      '30',
      '--json',
      '--',
      ...testCommand(made),
    ]);
    expect(repeated.json).toMatchObject({ stoppedEarly: true, green: 0, meetsBar: false });
    expect(repeated.json.runs).toBeGreaterThanOrEqual(5);
    expect(repeated.json.runs).toBeLessThan(10);
    expect(
      repeated.json.tests.map((test: { title: string[]; isFlaky: boolean }) => [test.title[0], test.isFlaky]),
    ).toEqual([
      ['flips', true],
      ['is broken', false],
    ]);
  });

  it('compare a run with the one before', async () => {
    const made = project(setting);
    const { directory } = made;
    await runProject(made);
    writeFileSync(join(directory, 'test/broken.test.js'), BROKEN);
    await runProject(made);
    const worse = await runCommandLine(directory, ['compare', 'previous', 'latest', '--json']);
    expect(worse.exitCode).toBe(1);
    expect(worse.json.newlyFailing).toMatchObject([
      { title: ['is broken'], isNew: true, verdict: { category: 'BUG', cause: 'assertion-mismatch' } },
      { title: ['flips'], isNew: false },
    ]);
    expect(worse.json.passRate.after).toEqual({ passed: 23, total: 25 });
    cpSync(join(directory, 'holdfast-report'), join(directory, 'red'), { recursive: true });
    writeFileSync(join(directory, 'test/broken.test.js'), "test('is broken', () => {});");
    await runProject(made);
    const better = await runCommandLine(directory, ['compare', 'red', 'holdfast-report']);
    expect(better.exitCode).toBe(0);
    expect(better.stdout).toContain('Progress of fixes: 2 of 2');
    const markdown = await runCommandLine(directory, ['compare', 'red', 'latest', '--format', 'markdown']);
    expect(markdown.stdout).toContain('### Fixed (2)');
    const unknown = await runCommandLine(directory, ['compare', 'no-such-branch', 'latest']);
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unknown.stderr).toContain('"no-such-branch" is no report, and no run, branch or commit');
  });

  it('judge a gate, take a correction and a quarantine, and count what they may not hide', async () => {
    const made = project(setting, { 'test/broken.test.js': BROKEN });
    const { directory } = made;
    await runProject(made);
    const closed = await runCommandLine(directory, ['gate', '--json']);
    expect(closed.exitCode).toBe(1);
    const rule = (name: string, { rules } = closed.json) =>
      rules.find((one: { rule: string }) => one.rule === name);
    expect(rule('pass-rate')).toMatchObject({ status: 'met', figure: 24 / 25 });
    expect(rule('new-bugs')).toMatchObject({ status: 'missed', figure: 1, limit: 0 });

    const id = idOf(directory, 'is broken');
    const explained = await runCommandLine(directory, ['explain', id]);
    expect(explained.stdout).toContain('BUG assertion-mismatch');
    expect(explained.stdout).toContain('no earlier run is known');

    const wrong = await runCommandLine(directory, [
      'correct',
      id,
      'ENVIRONMENT/dnss',
      '--because',
      'no reason',
    ]);
    expect(wrong).toMatchObject({
      exitCode: 2,
      stderr: 'error: "dnss" is no cause of ENVIRONMENT: did you mean dns?\n',
    });
    const corrected = await runCommandLine(directory, [
      'correct',
      id,
      'ENVIRONMENT/dns',
      '--because',
      'The name is gone.',
      '--by',
      'Ada',
    ]);
    expect(corrected.exitCode).toBe(0);
    const { report } = await runProject(made);
    const row = report?.failures.find(({ title }) => title.includes('is broken'));
    expect(row).toMatchObject({
      verdict: { category: 'ENVIRONMENT', cause: 'dns', why: 'The name is gone.' },
      correction: { by: 'Ada', was: 'BUG/assertion-mismatch' },
    });
    const excused = await runCommandLine(directory, ['gate', '--target', '1', '--floor', '1', '--json']);
    expect(excused.exitCode).toBe(1);
    expect(excused.json.excuses).toMatchObject([{ kind: 'ENVIRONMENT', failures: 1, counted: true }]);

    await runProject(made);
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const quarantined = await runCommandLine(directory, [
      ...[
        'quarantine',
        id,
        '--owner',
        'Grace',
        '--until',
        until,
        '--because',
        'A name server is on its way.',
      ],
    ]);
    expect(quarantined.stderr).toBe('');
    const { exitCode } = await runProject(made);
    // Every run but the even ones has the flipping test in it: what is quarantined still makes the runner red.
    expect(exitCode).toBe(1);
    await runProject(made);
    const open = await runCommandLine(directory, ['gate', '--target', '1', '--floor', '1', '--json']);
    expect(open.json.excuses.find(({ kind }: { kind: string }) => kind === 'quarantine')).toMatchObject({
      failures: 1,
      counted: false,
    });

    writeFileSync(
      join(directory, 'test/broken.test.js'),
      BROKEN.replace("expect(stateOf()).toBe('paid')", "expect('gone').toBe('here')"),
    );
    const other = await runProject(made);
    const changed = other.report?.failures.find(({ title }) => title.includes('is broken'));
    expect(changed?.quarantine).toBeUndefined();
    expect(changed?.correction).toBeUndefined();
    expect(changed?.verdict.category).toBe('BUG');

    const known = await runCommandLine(directory, ['known']);
    expect(known.exitCode).toBe(0);
    expect(known.stdout).toContain('Grace, until');
    expect(known.stdout).toContain('ENVIRONMENT dns');
  });

  it('join shards to totals that agree, and say which shard is missing', async () => {
    const made = project(setting, { 'test/broken.test.js': BROKEN, 'test/more.test.js': STEADY });
    const { directory } = made;
    const whole = await runProject(made);
    for (const shard of ['1', '2', '3']) {
      await runProject(made, { args: [`--shard=${shard}/3`] });
      cpSync(join(directory, 'holdfast-report'), join(directory, `shard-${shard}`), { recursive: true });
    }
    const joined = await runCommandLine(directory, [
      'merge',
      'shard-1',
      'shard-2',
      'shard-3',
      '-o',
      'joined',
      '--json',
    ]);
    const { totals, gaps } = joined.json.report;
    expect(totals.tests).toBe(whole.report?.totals.tests);
    expect(totals.passed + totals.failed).toBe(whole.report?.totals.tests);
    expect(totals.files.passed + totals.files.failed).toBe(4);
    expect(gaps).toEqual([]);
    expect(joined.exitCode).toBe(1);
    for (const name of ['report.json', 'report.txt', 'summary.md', 'inventory.csv'])
      expect(existsSync(join(directory, 'joined', name))).toBe(true);
    const partial = await runCommandLine(directory, [
      'merge',
      'shard-1',
      'shard-3',
      'shard-3',
      '-o',
      'partial',
      '--json',
    ]);
    expect(partial.json.report.gaps).toEqual([
      'Shard 2/3 is not among the reports that were merged',
      '1 of the reports was of a run that another one told of; each run counts once',
    ]);
  });
});

describe('holdfast merge', () => {
  it('leaves whole reports behind, whenever it is killed and whoever else merges', async () => {
    const made = project(SETTINGS[0] as Setting, { 'test/broken.test.js': BROKEN });
    const { directory } = made;
    await runProject(made);
    const report = JSON.parse(readFileSync(join(directory, 'holdfast-report/report.json'), 'utf8'));
    // Large enough that a kill can strike while it is written.
    const rows = Array.from({ length: 4_000 }, (_, index) => ({
      ...report.failures[0],
      id: `f-${String(index).padStart(10, '0')}`,
    }));
    const totals = { ...report.totals, failed: rows.length };
    const inputs = ['left', 'right'].map((name) => {
      mkdirSync(join(directory, name), { recursive: true });
      const run = { ...report.run, id: name };
      writeFileSync(
        join(directory, name, 'report.json'),
        JSON.stringify({ ...report, run, totals, failures: rows }),
      );
      return name;
    });
    const path = join(directory, 'joined/report.json');
    const expectWhole = (): void => {
      const read = JSON.parse(readFileSync(path, 'utf8'));
      expect(read.failures).toHaveLength(8_000);
      expect(read.totals.failed).toBe(8_000);
    };
    expect((await runCommandLine(directory, ['merge', ...inputs, '-o', 'joined'])).exitCode).toBe(1);
    expectWhole();
    for (let round = 0; round < 8; round += 1) {
      const merges = [0, 1].map(() => startCommandLine(directory, ['merge', ...inputs, '-o', 'joined']));
      const ends = merges.map((child) => once(child, 'close'));
      await delay(150 + round * 60);
      merges[0]?.kill('SIGKILL');
      if (round % 2 === 0) merges[1]?.kill('SIGKILL');
      await Promise.all(ends);
      expectWhole();
    }
  });
});
