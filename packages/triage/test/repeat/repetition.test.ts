import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewOfReport, viewOfRun } from '../../src/compare/run-view.js';
import { renderRepetition } from '../../src/repeat/render-repetition.js';
import { isSure, judgeRepetition, type RepeatedRun } from '../../src/repeat/repetition.js';
import { failureOf } from '../failure.fixture.js';
import { failing, historyOf, retried, type Told } from '../history/history.fixture.js';
import { reportOf } from '../report.fixture.js';

const runs = (outcomes: readonly Readonly<Record<string, Told>>[]): readonly RepeatedRun[] => {
  const history = historyOf(outcomes.map((tests) => ({ tests: { 'a.test.ts': tests } })));
  return history.runs.map((run, index) => ({
    number: index + 1,
    exitCode: run.failures.some(({ file, test }) => run.files[file]?.outcomes[test] === '!') ? 1 : 0,
    durationMs: 10,
    view: viewOfRun(run, history),
  }));
};

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const SCREEN = { width: 90, colors: false, isTTY: false };

describe('several runs of the same code', () => {
  it('show a test that both passes and fails as flaky, with its verdicts', () => {
    const result = judgeRepetition(
      runs([
        { one: 5, two: 5 },
        { one: failing('x'), two: 5 },
        { one: failing('y'), two: 5 },
        { one: failing('x'), two: 5 },
      ]),
    );
    expect(result).toMatchObject({ runs: 4, green: 1, meetsBar: false });
    expect(result.tests).toMatchObject([
      { title: ['one'], passed: 1, failed: 3, isFlaky: true, meetsBar: false },
    ]);
    expect(result.tests[0]?.verdicts.map(({ fingerprint, failures }) => [fingerprint, failures])).toEqual([
      ['x', 2],
      ['y', 1],
    ]);
  });

  it('show a test that a retry saved as flaky, though every run is green', () => {
    const result = judgeRepetition(runs([{ one: 5 }, { one: retried() }, { one: 5 }]));
    expect(result).toMatchObject({ green: 3, meetsBar: true });
    expect(result.tests[0]).toMatchObject({ isFlaky: true, passed: 3, passedOnRetry: 1 });
  });

  it('say what ten green runs show, and what they do not', () => {
    const result = judgeRepetition(runs(times(10, { one: 5 })));
    expect(result).toMatchObject({ meetsBar: true, runsToShow: 73 });
    expect(result.interval.lower).toBeCloseTo(0.7225, 3);
    const text = renderRepetition(result, SCREEN).replace(/\s+/g, ' ');
    expect(text).toContain('10 of 10 runs green: the bar of more than 95 % is met in this sample.');
    expect(text).toContain('It shows a rate of 72.2 % or more');
    expect(text).toContain('to show 95 % takes 73 runs, all green');
    expect(renderRepetition(judgeRepetition(runs(times(80, { one: 5 }))), SCREEN)).toContain(
      'shown with 95 % confidence',
    );
  });

  it('name a test whose file the log does not name by its title alone', () => {
    const red = viewOfReport(reportOf([{ kind: 'test', title: ['c', 'x'], attempts: [], flaky: false }]));
    const text = renderRepetition(
      judgeRepetition([{ number: 1, exitCode: 1, durationMs: 1, view: red }]),
      SCREEN,
    );
    expect(text).toContain('fails  c > x\n');
  });

  it('say nothing of a rate where none came to its end', () => {
    const text = renderRepetition(judgeRepetition([]), SCREEN, ['Interrupted after 0 of 3 runs.']);
    expect(text).toBe('No run came to its end.\n\n! Interrupted after 0 of 3 runs.\n');
  });

  it('miss the bar with one red run of ten', () => {
    expect(judgeRepetition(runs([...times(9, { one: 5 }), { one: failing() }])).meetsBar).toBe(false);
  });

  it('take a test that a report does not list for passed, unless something kept tests from running', () => {
    const red = viewOfReport(reportOf([failureOf('boom', { title: ['one'] })]));
    const green = viewOfReport(reportOf([]));
    const crashed = viewOfReport(reportOf([failureOf('gone', { kind: 'worker', title: [] })]));
    const told = [red, green, crashed].map((view, index) => ({
      number: index + 1,
      exitCode: index === 1 ? 0 : 1,
      durationMs: 1,
      view,
    }));
    expect(judgeRepetition(told).tests[0]).toMatchObject({ failed: 1, passed: 1, unknown: 1 });
  });

  it('count a run as red whose report tells of a failure, though its exit code is hidden', () => {
    const views = [
      [],
      [failureOf('boom', { title: ['one'] })],
      [failureOf('gone', { kind: 'file', title: [] })],
    ];
    const told = views.map((failures, index) => ({
      number: index + 1,
      exitCode: 0,
      durationMs: 1,
      view: viewOfReport(reportOf(failures)),
    }));
    expect(judgeRepetition(told)).toMatchObject({ runs: 3, green: 1, meetsBar: false });
  });

  it('know by exit codes alone that runs were red', () => {
    const told = [0, 1, 0].map((exitCode, index) => ({ number: index + 1, exitCode, durationMs: 1 }));
    const result = judgeRepetition(told);
    expect(result).toMatchObject({ green: 2, withoutReport: 3, tests: [] });
    expect(renderRepetition(result, SCREEN)).toContain('no report says by which test');
  });

  it('are enough when the rate is surely bad and every failing test has shown what it is', () => {
    expect(isSure(runs(times(3, { one: 5 })))).toBe(false);
    expect(isSure(runs([{ one: failing() }, { one: failing() }]))).toBe(false);
    expect(isSure(runs(times(4, { one: failing() })))).toBe(false);
    expect(isSure(runs(times(5, { one: failing() })))).toBe(true);
    expect(isSure(runs([{ one: 5 }, ...times(4, { one: failing() })]))).toBe(true);
    expect(isSure(runs([{ one: 5, two: failing() }, ...times(3, { one: failing(), two: failing() })]))).toBe(
      false,
    );
  });

  it('never stop a series of green runs before its end, and stop for good once they stop', () => {
    const series = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(series, (green) => {
        const told = runs(green.map((passes) => ({ one: passes ? 5 : failing() })));
        for (let count = 1; count <= told.length; count += 1) {
          const some = told.slice(0, count);
          if (some.every(({ exitCode }) => exitCode === 0)) expect(isSure(some)).toBe(false);
          if (isSure(some)) expect(judgeRepetition(some).meetsBar).toBe(false);
        }
      }),
    );
  });
});
