import { describe, expect, it } from 'vitest';
import { viewOfRun } from '../../src/compare/run-view.js';
import { EMPTY_KNOWN_LIST, type KnownList } from '../../src/correction/known-list.js';
import { DEFAULT_GATE_SETTINGS, resolveGateSettings } from '../../src/gate/gate-settings.js';
import { type GateInput, judgeGate } from '../../src/gate/judge-gate.js';
import { renderGate } from '../../src/gate/render-gate.js';
import { summariseTests } from '../../src/history/summarise-tests.js';
import type { Report, ReportFailure } from '../../src/report/report.js';
import { failureOf } from '../failure.fixture.js';
import { failing, historyOf, retried } from '../history/history.fixture.js';
import { reportOf } from '../report.fixture.js';

const refused = (title: string) =>
  failureOf(
    { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:5432' },
    { title: [title] },
  );
const broken = (title: string) =>
  failureOf(
    {
      name: 'TypeError',
      message: "Cannot read properties of undefined (reading 'total')",
      stack:
        "TypeError: Cannot read properties of undefined (reading 'total')\n    at total (/srv/app/src/total.ts:3:5)",
    },
    { title: [title] },
  );

const judge = (report: Report, changes: Partial<GateInput> = {}) =>
  judgeGate({
    report,
    passRate: { target: 0.9, floor: 0.8 },
    settings: DEFAULT_GATE_SETTINGS,
    known: EMPTY_KNOWN_LIST,
    summaries: [],
    ...changes,
  });

const ruleOf = (result: ReturnType<typeof judge>, name: string) =>
  result.rules.find(({ rule }) => rule === name);

const withRows = (report: Report, change: (row: ReportFailure) => Partial<ReportFailure>): Report => ({
  ...report,
  failures: report.failures.map((row) => ({ ...row, ...change(row) })),
});

const many = (count: number, make: (title: string) => ReturnType<typeof refused>) =>
  Array.from({ length: count }, (_, index) => make(`test ${index}`));

describe('a gate', () => {
  it('is green where every rule is met, with its figures', () => {
    const result = judge(reportOf([], 100));
    expect(result.status).toBe('green');
    expect(ruleOf(result, 'pass-rate')).toMatchObject({ status: 'met', figure: 1, limit: 0.8 });
  });

  it.each([
    [5, 'met', 'green'],
    [15, 'acceptable', 'green'],
    [25, 'missed', 'red'],
  ] as const)('with %i of 100 tests failed is %s', (failed, status, gate) => {
    const result = judge(reportOf(many(failed, refused), 100 - failed));
    expect(ruleOf(result, 'pass-rate')?.status).toBe(status);
    expect(result.status).toBe(gate);
  });

  it('cannot tell from a handful of tests near the floor, and says how many it takes', () => {
    const result = judge(reportOf(many(2, refused), 7));
    expect(result.status).toBe('cannot-tell');
    expect(ruleOf(result, 'pass-rate')?.sentence).toMatch(
      /too few: the true rate lies between .*; at this rate \d+ would tell/,
    );
    expect(judge(reportOf([], 0)).status).toBe('cannot-tell');
  });

  it('tells from a handful where it is clear', () => {
    expect(ruleOf(judge(reportOf(many(6, refused), 0)), 'pass-rate')?.status).toBe('missed');
  });

  it('is never made green by a verdict: failures of ENVIRONMENT count, and are listed', () => {
    const result = judge(reportOf(many(30, refused), 70));
    expect(result.status).toBe('red');
    expect(result.excuses).toMatchObject([{ kind: 'ENVIRONMENT', failures: 30, counted: true }]);
    expect(renderGate(result, { width: 80, colors: false, isTTY: false })).toContain('counted all the same');
  });

  it('is closed by a bug that no earlier run had, and by a failure that nobody understands', () => {
    const result = judge(reportOf([broken('pays')], 200));
    expect(ruleOf(result, 'new-bugs')).toMatchObject({ status: 'missed', figure: 1 });
    expect(
      ruleOf(judge(reportOf([failureOf('what happened here', { title: ['odd'] })], 200)), 'new-bugs')?.status,
    ).toBe('missed');
    const seen = {
      runs: 20,
      failed: 3,
      passedOnRetry: 0,
      sameFailure: 3,
      firstSeen: null,
      lastSeen: null,
      knownFlaky: false,
    };
    const known = judge(withRows(reportOf([broken('pays')], 200), () => ({ history: seen })));
    expect(ruleOf(known, 'new-bugs')?.status).toBe('met');
  });

  it('is closed where something kept tests from running, whatever the pass rate', () => {
    const report = reportOf([failureOf('Cannot find module', { kind: 'file', title: [] })], 500);
    expect(judge(report).status).toBe('red');
    expect(ruleOf(judge(report), 'everything-ran')?.status).toBe('missed');
  });

  it('cannot tell from a run that was cut short', () => {
    const report = reportOf([], 100);
    expect(judge({ ...report, run: { ...report.run, interrupted: 'bail' } }).status).toBe('cannot-tell');
  });

  it('leaves a quarantined failure off the count until its date, and no other failure', () => {
    const note = { owner: 'Grace', because: 'x', until: '2026-12-24', expired: false };
    const report = reportOf(many(25, refused), 75);
    const open = judge(withRows(report, () => ({ quarantine: note })));
    expect(ruleOf(open, 'pass-rate')).toMatchObject({ status: 'met', figure: 1 });
    expect(open.excuses).toMatchObject([{ kind: 'quarantine', failures: 25, counted: false }]);
    const expired = judge(withRows(report, () => ({ quarantine: { ...note, expired: true } })));
    expect(ruleOf(expired, 'pass-rate')?.status).toBe('missed');
  });

  it('is closed by more in quarantine than the cap allows', () => {
    const entry = {
      file: 'a',
      title: ['b'],
      fingerprint: 'f',
      owner: 'o',
      because: 'b',
      until: '2999-01-01',
      on: '2026-01-01',
    };
    const known: KnownList = { ...EMPTY_KNOWN_LIST, quarantined: [entry, entry], quarantineCap: 1 };
    expect(ruleOf(judge(reportOf([], 100), { known }), 'quarantine-cap')?.status).toBe('missed');
  });

  it('judges the flaky share by the history, and by retries where that is too short', () => {
    const told = (flaky: number) =>
      summariseTests(
        historyOf(
          Array.from({ length: 12 }, (_, order) => ({
            tests: {
              'a.test.ts': Object.fromEntries(
                Array.from({ length: 40 }, (_, index) => [
                  `t${index}`,
                  index < flaky && order % 2 === 1 ? retried() : 5,
                ]),
              ),
            },
          })),
        ),
      );
    expect(ruleOf(judge(reportOf([], 40), { summaries: told(1) }), 'flaky-share')).toMatchObject({
      status: 'met',
      figure: 0.025,
    });
    expect(ruleOf(judge(reportOf([], 40), { summaries: told(3) }), 'flaky-share')).toMatchObject({
      status: 'missed',
      figure: 0.075,
    });
    expect(ruleOf(judge(reportOf([], 40)), 'flaky-share')?.sentence).toContain('the history is too short');
  });

  it('does not take the few tests that were repeated alone for the suite', () => {
    const repeated = summariseTests(
      historyOf(
        Array.from({ length: 12 }, (_, order) => ({
          tests: { 'a.test.ts': { one: order % 2 === 0 ? failing() : 5 } },
          repetition: 'r',
        })),
      ),
    );
    expect(repeated).toMatchObject([{ steadiness: 'flaky' }]);
    const retriedNow = reportOf([{ ...refused('two'), flaky: true }], 40);
    const rule = ruleOf(judge(retriedNow, { summaries: repeated }), 'flaky-share');
    expect(rule).toMatchObject({ status: 'met', figure: 2 / 40 });
    expect(rule?.sentence).toContain('39 have fewer than ten runs');
  });

  it('judges folders by rules of their own, and incidents and duration where they have a limit', () => {
    const history = historyOf([
      {
        tests: {
          'test/chaos/a.test.ts': { one: 5, two: failing(), three: failing() },
          'test/unit/b.test.ts': { four: 5 },
        },
      },
    ]);
    const [run] = history.runs;
    if (run === undefined) throw new Error('no run');
    const settings = {
      ...DEFAULT_GATE_SETTINGS,
      leastTests: 1,
      folders: [
        { path: 'test/chaos/**', target: 0.5, floor: 0.3 },
        { path: 'test/unit/**', target: 1, floor: 1 },
      ],
      durationMs: 1_000,
      incidents: { ENVIRONMENT: 0 },
    };
    const result = judge(reportOf([refused('two')], 2), { settings, view: viewOfRun(run, history) });
    const folders = result.rules.filter(({ rule, of }) => rule === 'pass-rate' && of !== null);
    expect(folders.map(({ of, status }) => [of, status])).toEqual([
      ['test/chaos/**', 'acceptable'],
      ['test/unit/**', 'met'],
    ]);
    expect(ruleOf(result, 'duration')).toMatchObject({ status: 'missed', figure: 83_000, limit: 1_000 });
    expect(ruleOf(result, 'incidents')).toMatchObject({ of: 'ENVIRONMENT', status: 'missed', figure: 1 });
  });
});

describe('the settings of a gate', () => {
  it('have defaults, which what is given overrides', () => {
    expect(resolveGateSettings(undefined)).toEqual({ settings: DEFAULT_GATE_SETTINGS });
    expect(resolveGateSettings({ newBugs: 2 })).toEqual({
      settings: { ...DEFAULT_GATE_SETTINGS, newBugs: 2 },
    });
  });

  it.each([
    [[], '`gate` is []; accepted is an object'],
    [
      { newbugs: 1 },
      '`gate.newbugs` is not known; known are folders, flakyShare, newBugs, durationMs, incidents, leastTests',
    ],
    [{ flakyShare: 5 }, '`gate.flakyShare` is 5; accepted is a number from 0 to 1'],
    [{ folders: [{ path: 'a' }] }, '`gate.folders[0].target` is undefined; accepted is a number from 0 to 1'],
    [
      { folders: [{ path: 'a', target: 0.5, floor: 0.7 }] },
      '`gate.folders[0].floor` is 0.7; accepted is a number not above the target 0.5',
    ],
    [
      { incidents: { BUGS: 1 } },
      '`gate.incidents.BUGS` is not known; known are BUG, CONFIGURATION, ENVIRONMENT, TEST_DESIGN, UNKNOWN',
    ],
  ])('say what is wrong with %j', (given, problem) => {
    expect(resolveGateSettings(given)).toEqual({ problem });
  });
});
