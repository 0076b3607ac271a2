import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseTests } from '../../src/history/summarise-tests.js';
import { failing, historyOf, retried, START, type Told, type ToldRun } from './history.fixture.js';

const FILE = 'test/orders.test.ts';

const of = (outcomes: readonly Told[], changes: (order: number) => Partial<ToldRun> = () => ({})) => {
  const [summary] = summariseTests(
    historyOf(
      outcomes.map((outcome, order) => ({ tests: { [FILE]: { pays: outcome } }, ...changes(order) })),
    ),
  );
  if (summary === undefined) throw new Error('no summary');
  return summary;
};

const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('what all runs say about a test', () => {
  it('counts runs, failures, flips and retries, and says where the pass rate lies', () => {
    const summary = of([5, failing(), 5, 'skipped', retried(), failing('fp-2'), 5, 5, 5, 5, 5]);
    expect(summary).toMatchObject({
      runs: 10,
      passed: 8,
      failed: 2,
      passedOnRetry: 1,
      flips: 4,
      passRate: 0.8,
    });
    expect(summary.interval.lower).toBeCloseTo(0.4902, 3);
    expect(summary.interval.upper).toBeCloseTo(0.9433, 3);
    expect(summary.firstFailed).toBe(new Date(START + 86_400_000).toISOString());
    expect(summary.lastFailed).toBe(new Date(START + 5 * 86_400_000).toISOString());
    expect(summary.causes.map(({ fingerprint, runs }) => [fingerprint, runs])).toEqual([
      ['fp-2', 1],
      ['fp-1', 2],
    ]);
  });

  it('takes a bug and its fix for no flakiness', () => {
    expect(of([...repeat(6, 5), ...repeat(5, failing()), ...repeat(6, 5)])).toMatchObject({
      flips: 2,
      flakyScore: 0,
      steadiness: 'steady',
    });
  });

  it('takes coming and going for flakiness, from ten runs on', () => {
    const some = [5, failing(), 5, failing(), 5, failing(), 5];
    expect(of(some).steadiness).toBe('too-few-runs');
    expect(of([...some, 5, 5, 5])).toMatchObject({ flips: 6, steadiness: 'flaky' });
  });

  it('takes passing on retry for flakiness', () => {
    expect(of([...repeat(10, 5), retried(), retried()])).toMatchObject({ steadiness: 'flaky', failed: 0 });
  });

  it('takes failing while the same code passes elsewhere for flakiness, even if it never flips twice', () => {
    const outcomes = [...repeat(8, 5), failing(), failing()];
    expect(of(outcomes).steadiness).toBe('steady');
    const sameCommit = of([...outcomes, 5], () => ({ commit: 'c', branch: 'main' }));
    expect(sameCommit).toMatchObject({ steadiness: 'flaky' });
    const byHand = of([...outcomes, 5], () => ({ commit: 'c', ci: null, environment: 'local' }));
    expect(byHand.steadiness).toBe('steady');
    const repetition = of([...outcomes, 5], () => ({ ci: null, repetition: 'p1' }));
    expect(repetition.steadiness).toBe('flaky');
  });

  it('calls a test that fails all the time failing', () => {
    expect(of([5, 5, failing(), failing(), failing()]).steadiness).toBe('failing');
  });

  it('does not take a failure on one branch for flips of another', () => {
    const summary = of(
      [5, failing(), 5, failing(), 5, failing(), 5, failing(), 5, failing(), 5],
      (order) => ({
        branch: order % 2 === 0 ? 'main' : 'topic',
      }),
    );
    expect(summary.flips).toBe(0);
  });

  it('counts exceptions and time-outs like any failure', () => {
    const hang = failing('t', { category: 'CONFIGURATION', cause: 'timeout-budget' });
    expect(of([5, hang, 5, hang, 5, hang, 5, 5, 5, 5])).toMatchObject({ failed: 3, steadiness: 'flaky' });
  });

  it('does not hold an outage against the tests that it took down, but says how many there were', () => {
    const down = failing('down', { category: 'ENVIRONMENT', cause: 'service-unreachable', incident: 'i-db' });
    const runs = Array.from({ length: 12 }, (_, order) => ({
      tests: {
        [FILE]: Object.fromEntries(
          repeat(6, 0).map((_, index) => [`test ${index}`, order % 3 === 0 ? down : 5]),
        ),
      },
    }));
    const [summary] = summariseTests(historyOf(runs));
    expect(summary).toMatchObject({ runs: 8, failed: 0, flips: 0, outages: 4, steadiness: 'too-few-runs' });
  });

  it('lets no bug pass for an outage, however many tests it breaks', () => {
    const broken = failing('bug', { category: 'BUG', cause: 'type-error', incident: 'i-bug' });
    const runs = [1, 2].map(() => ({
      tests: { [FILE]: Object.fromEntries(repeat(9, 0).map((_, index) => [`test ${index}`, broken])) },
    }));
    expect(summariseTests(historyOf(runs))[0]).toMatchObject({ outages: 0, failed: 2 });
  });

  it('finds a test slower than noise explains, and noise none', () => {
    const noisy = (base: number) =>
      Array.from({ length: 16 }, (_, index) => base * (1 + 0.15 * Math.sin(index * 7)));
    expect(of([...noisy(100), ...noisy(200)]).duration).toMatchObject({ direction: 'slower' });
    expect(of([...noisy(200), ...noisy(100)]).duration).toMatchObject({ direction: 'faster' });
    expect(of([...noisy(100), ...noisy(100)]).duration).toMatchObject({ direction: 'same' });
    expect(of([...noisy(1), ...noisy(3)]).duration).toMatchObject({ direction: 'same' });
    expect(of([5, 500]).duration).toMatchObject({ direction: 'too-few-runs' });
  });

  it('keeps tests of one title apart by file, and those of one file by their order', () => {
    const history = historyOf([
      { tests: { 'a.test.ts': { same: failing() }, 'b.test.ts': { same: 3 } } },
      { tests: { 'a.test.ts': { same: failing() }, 'b.test.ts': { same: 3 } } },
    ]);
    expect(summariseTests(history).map(({ file, failed }) => [file, failed])).toEqual([
      ['a.test.ts', 2],
      ['b.test.ts', 0],
    ]);
  });

  it('adds up: every outcome counts once, whatever happens', () => {
    const outcome = fc.oneof(
      fc.nat(10_000),
      fc.constantFrom<Told>('skipped', failing('a'), failing('b'), retried('a')),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ one: outcome, two: outcome, branch: fc.constantFrom('main', 'topic') }), {
          maxLength: 40,
        }),
        (rounds) => {
          const history = historyOf(
            rounds.map(({ one, two, branch }) => ({ branch, tests: { [FILE]: { one, two } } })),
          );
          for (const summary of summariseTests(history)) {
            const told = rounds.map((round) => round[summary.title[0] as 'one' | 'two']);
            const executed = told.filter((value) => value !== 'skipped');
            expect(summary.runs).toBe(executed.length);
            expect(summary.failed).toBe(
              executed.filter((value) => typeof value === 'object' && value.status === 'failed').length,
            );
            expect(summary.passed + summary.failed).toBe(summary.runs);
            expect(summary.flakyScore).toBeGreaterThanOrEqual(0);
            expect(summary.flakyScore).toBeLessThanOrEqual(1);
            expect(summary.flips).toBeLessThan(Math.max(1, summary.runs));
            const causes = summary.causes.reduce((sum, { runs }) => sum + runs, 0);
            expect(causes).toBe(summary.failed + summary.passedOnRetry);
          }
        },
      ),
    );
  });
});

describe('a renamed test', () => {
  it('is followed where it fails with the same fingerprint', () => {
    const history = historyOf([
      { tests: { [FILE]: { pays: failing(), ships: 4 } } },
      { tests: { [FILE]: { pays: 5, ships: 4 } } },
      { tests: { [FILE]: { 'pays at once': failing(), ships: 4 } } },
    ]);
    const [ships, pays] = [...summariseTests(history)].sort((left, right) => left.failed - right.failed);
    expect(ships).toMatchObject({ title: ['ships'], runs: 3, formerNames: [] });
    expect(pays).toMatchObject({
      title: ['pays at once'],
      runs: 3,
      failed: 2,
      formerNames: [`${FILE} > pays`],
    });
  });

  it('is followed with a file that moved as it is', () => {
    const history = historyOf([
      { tests: { 'old/a.test.ts': { one: 5, two: 5 } } },
      { tests: { 'new/a.test.ts': { one: 5, two: failing() } } },
    ]);
    expect(summariseTests(history).map(({ file, runs, formerNames }) => [file, runs, formerNames])).toEqual([
      ['new/a.test.ts', 2, ['old/a.test.ts > one']],
      ['new/a.test.ts', 2, ['old/a.test.ts > two']],
    ]);
  });

  it('is not guessed: another failure, two candidates, or both names at once make two tests', () => {
    const other = historyOf([
      { tests: { [FILE]: { pays: failing('x') } } },
      { tests: { [FILE]: { 'pays at once': failing('y') } } },
    ]);
    expect(summariseTests(other)).toHaveLength(2);
    const twoCandidates = historyOf([
      { tests: { [FILE]: { pays: failing() } } },
      { tests: { [FILE]: { left: failing(), right: failing() } } },
    ]);
    expect(summariseTests(twoCandidates)).toHaveLength(3);
    const both = historyOf([
      { tests: { [FILE]: { pays: failing() } } },
      { tests: { [FILE]: { pays: failing(), 'pays at once': failing() } } },
    ]);
    expect(summariseTests(both)).toHaveLength(2);
  });
});
