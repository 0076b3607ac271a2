import type { Report } from '@holdfast/triage';
import { describe, expect, it } from 'vitest';
import { adaptiveConfig, adaptiveFiles } from '../cases/adaptive.js';
import { FULL_MATRIX, type Setting } from '../src/matrix.js';
import { writeProject } from '../src/project.js';
import { runProject } from '../src/run-project.js';

type Failure = Report['failures'][number];

const runs = new Map<Setting, Promise<Map<string, Failure>>>();

const startRun = async (setting: Setting): Promise<Map<string, Failure>> => {
  const result = await runProject(writeProject(setting, adaptiveFiles(setting), adaptiveConfig(setting)));
  expect(result.report, result.stdout + result.stderr).toBeDefined();
  return new Map(result.report?.failures.map((failure) => [failure.title.join(' > '), failure]));
};

/** One run of the project serves all tests of a setting. */
const runOf = (setting: Setting): Promise<Map<string, Failure>> => {
  const run = runs.get(setting) ?? startRun(setting);
  runs.set(setting, run);
  return run;
};

const factsOf = (failure: Failure | undefined, name: string): Record<string, unknown>[] =>
  (failure?.evidence ?? [])
    .filter((fact) => fact.name === name)
    .map(({ data }) => data as Record<string, unknown>);

const budgetsOf = (failure: Failure | undefined): unknown[] =>
  factsOf(failure, 'budget').map(({ text }) => text);

const messageOf = (failure: Failure | undefined): string =>
  failure?.attempts.at(-1)?.errors[0]?.message ?? '';

describe.each(FULL_MATRIX)('the adaptive helpers under $runner with $mode', (setting) => {
  it('reach the report: budgets, fitted default limits, assertions, waits and retries', async () => {
    const failures = await runOf(setting);
    expect([...failures.keys()].sort()).toEqual(
      expect.not.arrayContaining([
        'passes with a budget',
        'takes longer than the default limit, and not than the fitted one',
        'a rate is kept',
        'finishes in time',
        'had its hooks around every attempt',
      ]),
    );

    const fromTheFile = expect.stringMatching(
      /^limit 3,000 ms fitted to [\d,]+ ms: speed 0\.5, load [\d.]+$/,
    );
    const ofItsOwn = expect.stringMatching(
      /^load 100 fitted to \d+: 4 cores, 8 GiB, speed 0\.5, load [\d.]+$/,
    );
    const theDefault = expect.stringMatching(/^limit 1,000 ms fitted to [\d,]+ ms: speed 0\.5, load [\d.]+$/);
    expect(budgetsOf(failures.get('fails with a budget'))).toEqual([theDefault, fromTheFile, ofItsOwn]);
    expect(budgetsOf(failures.get('fails without one of its own'))).toEqual([theDefault, fromTheFile]);
    expect(budgetsOf(failures.get('fails within the fitted limit'))).toEqual([theDefault]);
    const late = failures.get('takes longer than a limit of its own');
    expect(budgetsOf(late)).toEqual([]);
    expect(messageOf(late)).toMatch(/250 ?ms/);

    expect(messageOf(failures.get('a rate is missed'))).toContain(
      '5 of 10 succeeded (50 %; 95 % interval 23.7 % to 76.3 %); expected at least 90 %.',
    );
    expect(factsOf(failures.get('a rate is missed'), 'rate.sampled')).toEqual([
      { successes: 5, total: 10, asked: 0.9 },
    ]);
    expect(messageOf(failures.get('took turns'))).toContain('operations ran at the same time in effect');
    expect(factsOf(failures.get('took turns'), 'load')).toHaveLength(1);
    expect(messageOf(failures.get('does not finish in time'))).toMatch(
      /It (?:took|had not ended after) .*asked 5 ms; speed 0\.5/s,
    );
    expect(messageOf(failures.get('waits in vain'))).toContain('for the queue to drain, in vain');
    expect(factsOf(failures.get('waits in vain'), 'wait')).toMatchObject([
      { for: 'the queue to drain', askedMs: 30, lastValue: 'false' },
    ]);

    const waited = failures.get('waits in vain');
    const said = waited?.verdict.evidence.filter(({ rule }) => rule === 'wait-in-vain') ?? [];
    // On a machine that has no time to spare, a wait in vain proves nothing.
    const isBusy = (waited?.machine?.cpuBusy ?? 0) >= 0.9;
    expect(said).toHaveLength(isBusy ? 0 : 1);
    if (!isBusy) expect(said[0]?.sentence).toContain('the queue to drain');

    const healed = failures.get('retries an operation');
    expect(healed?.flaky).toBe(true);
    expect(factsOf(healed, 'retry.succeeded')).toMatchObject([{ attempts: 3 }]);
    expect(factsOf(healed, 'retry.attempt')).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
    expect(factsOf(failures.get('retries in vain'), 'retry.attempt')).toMatchObject([
      { attempt: 1, retried: true, because: 'network' },
      { attempt: 2, retried: false, because: 'last attempt' },
    ]);
  });

  it('retry a whole test with its hooks, for what can be passing trouble only', async () => {
    const failures = await runOf(setting);
    const attempts = (title: string): (readonly string[])[] =>
      (failures.get(title)?.attempts ?? []).map(({ errors }) =>
        errors.map(({ message }) => message.slice(0, 10)),
      );
    expect(failures.get('passes at the third attempt')?.flaky).toBe(true);
    expect(attempts('passes at the third attempt')).toEqual([['attempt 1:'], ['attempt 2:'], []]);
    expect(failures.has('had its hooks around every attempt')).toBe(false);
    expect(attempts('is not retried for a mistake')).toHaveLength(1);
    expect(failures.get('is not retried for a mistake')?.flaky).toBe(false);
    expect(attempts('never passes')).toEqual([['attempt an'], ['attempt an']]);
    expect(attempts('is retried as its option says')).toEqual([['seldom'], []]);
  });
});
