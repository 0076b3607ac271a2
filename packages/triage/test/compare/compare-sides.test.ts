import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSides, type Side } from '../../src/compare/compare-sides.js';
import { renderComparison } from '../../src/compare/render-comparison.js';
import { renderComparisonMarkdown } from '../../src/compare/render-comparison-markdown.js';
import { viewOfReport, viewOfRun } from '../../src/compare/run-view.js';
import { failureOf } from '../failure.fixture.js';
import { failing, historyOf, retried, type Told, type ToldRun } from '../history/history.fixture.js';
import { reportOf } from '../report.fixture.js';

const sideOf = (label: string, told: readonly ToldRun[]): Side => {
  const history = historyOf(told);
  return { label, runs: history.runs.map((run) => viewOfRun(run, history)) };
};

const FILE = 'test/orders.test.ts';
const run = (tests: Readonly<Record<string, Told>>): ToldRun => ({ tests: { [FILE]: tests } });
const titles = (tests: readonly { readonly title: readonly string[] }[]) =>
  tests.map(({ title }) => title.join(' '));

describe('two sides compared', () => {
  it('tells newly failing, fixed, still failing and gone apart', () => {
    const before = sideOf('before', [
      run({
        breaks: 5,
        mended: failing(),
        same: failing('a'),
        other: failing('b'),
        skipped: failing(),
        removed: failing(),
      }),
    ]);
    const after = sideOf('after', [
      run({
        breaks: failing('n'),
        mended: 5,
        same: failing('a'),
        other: failing('c'),
        skipped: 'skipped',
        fresh: failing('f'),
      }),
    ]);
    const comparison = compareSides(before, after);
    expect(titles(comparison.newlyFailing)).toEqual(['breaks', 'fresh']);
    expect(comparison.newlyFailing.map(({ isNew }) => isNew)).toEqual([false, true]);
    expect(titles(comparison.fixed)).toEqual(['mended']);
    expect(comparison.stillFailing.map(({ title, sameFailure }) => [title[0], sameFailure])).toEqual([
      ['same', true],
      ['other', false],
    ]);
    // What was skipped or taken out was not fixed.
    expect(titles(comparison.gone)).toEqual(['skipped', 'removed']);
    expect(comparison.progress).toEqual({ fixed: 1, of: 5 });
    expect(comparison.passRate).toMatchObject({
      before: { passed: 1, total: 6 },
      after: { passed: 1, total: 5 },
    });
  });

  it('calls nothing fixed that was kept from running, and tells what keeps it', () => {
    const red = reportOf([failureOf('boom', { title: ['one'] })]);
    const unloadable = reportOf([failureOf('no module', { kind: 'file', title: [], file: FILE })]);
    const cut = { ...reportOf([]), run: { ...red.run, interrupted: 'signal' as const } };
    for (const after of [unloadable, cut]) {
      const comparison = compareSides(
        { label: 'a', runs: [viewOfReport(red)] },
        { label: 'b', runs: [viewOfReport(after)] },
      );
      expect(comparison.fixed).toEqual([]);
      expect(titles(comparison.gone)).toEqual(['one']);
      expect(comparison.progress).toEqual({ fixed: 0, of: 1 });
      expect(comparison.newlyBroken.map(({ kind, file }) => [kind, file])).toEqual(
        after === unloadable ? [['file', FILE]] : [],
      );
    }
    const still = { label: 'b', runs: [viewOfReport(unloadable)] };
    expect(compareSides(still, still).newlyBroken).toEqual([]);
    const fromHistory = sideOf('after', [
      {
        tests: {},
        others: [
          {
            kind: 'file',
            path: FILE,
            category: 'CONFIGURATION',
            cause: 'module-not-found',
            fingerprint: 'f',
            incident: 'i',
          },
        ],
      },
    ]);
    const comparison = compareSides(sideOf('before', [run({ one: 5 })]), fromHistory);
    expect(comparison.newlyBroken).toMatchObject([{ kind: 'file', file: FILE }]);
    for (const text of [
      renderComparison(comparison, { width: 80, colors: false, isTTY: false }),
      renderComparisonMarkdown(comparison),
    ])
      expect(text).toContain(`file ${FILE}`);
  });

  it('says of reports alone what they cannot tell', () => {
    const before = { label: 'a', runs: [viewOfReport(reportOf([failureOf('boom', { title: ['one'] })]))] };
    const after = { label: 'b', runs: [viewOfReport(reportOf([failureOf('other', { title: ['two'] })]))] };
    const comparison = compareSides(before, after);
    expect(comparison.newlyFailing.map(({ isNew }) => isNew)).toEqual([null]);
    expect(comparison.fixed.map(({ seenToPass }) => seenToPass)).toEqual([false]);
    expect(comparison.notes[0]).toContain('does not list passed tests');
    expect(renderComparison(comparison, { width: 80, colors: false, isTTY: false })).toContain(
      'did not fail; not seen to pass',
    );
  });

  it('lists a test as flaky where it came and went on one side alone', () => {
    const before = sideOf('before', [
      run({ one: 5, two: retried() }),
      run({ one: 5, two: 5 }),
      run({ one: 5, two: 5 }),
    ]);
    const after = sideOf('after', [
      run({ one: 5, two: 5 }),
      run({ one: failing(), two: 5 }),
      run({ one: 5, two: 5 }),
    ]);
    const comparison = compareSides(before, after);
    expect(titles(comparison.flakyBefore)).toEqual(['two']);
    expect(titles(comparison.flakyAfter)).toEqual(['one']);
  });

  it('calls a test slower only beyond noise, and none with too few runs', () => {
    const runsOf = (count: number, base: number) =>
      Array.from({ length: count }, (_, index) =>
        run({ grows: base * (1 + 0.1 * (index % 3)), steady: 80 + (index % 4) }),
      );
    const comparison = compareSides(sideOf('before', runsOf(10, 100)), sideOf('after', runsOf(10, 200)));
    expect(titles(comparison.slower)).toEqual(['grows']);
    expect(comparison.faster).toEqual([]);
    expect(comparison.timed).toBe(2);
    const few = compareSides(sideOf('before', runsOf(3, 100)), sideOf('after', runsOf(3, 900)));
    expect(few).toMatchObject({ slower: [], timed: 0 });
    expect(few.notes.join()).toContain('Durations are not compared');
  });

  it('calls hardly any of many unchanged tests changed', () => {
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const runs = () =>
      Array.from({ length: 8 }, () =>
        run(
          Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`t${index}`, 100 + 300 * random()])),
        ),
      );
    const { slower, faster } = compareSides(sideOf('before', runs()), sideOf('after', runs()));
    expect(slower.length + faster.length).toBeLessThan(4);
  });

  it('is turned round with its sides, and puts every failing test in exactly one list', () => {
    const outcome = fc.oneof(
      fc.nat(500),
      fc.constantFrom<Told>('skipped', failing('a'), failing('b'), retried('a')),
    );
    const side = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), outcome), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(side, side, (left, right) => {
        const [before, after] = [sideOf('l', left.map(run)), sideOf('r', right.map(run))];
        const there = compareSides(before, after);
        const back = compareSides(after, before);
        expect(titles(there.stillFailing).sort()).toEqual(titles(back.stillFailing).sort());
        expect(titles([...there.fixed, ...there.gone]).sort()).toEqual(titles(back.newlyFailing).sort());
        expect(titles(there.flakyAfter).sort()).toEqual(titles(back.flakyBefore).sort());
        expect(there.passRate.difference.difference).toBeCloseTo(-back.passRate.difference.difference, 9);
        const lists = [there.newlyFailing, there.fixed, there.stillFailing, there.gone].flatMap(titles);
        expect(new Set(lists).size).toBe(lists.length);
        expect(renderComparison(there, { width: 60, colors: false, isTTY: false })).not.toContain(
          'undefined',
        );
      }),
    );
  });

  it('lets no title act as markup in a pull request', () => {
    const title = '<img src=x> | @team [link](http://x) `code`';
    const text = renderComparisonMarkdown(
      compareSides(sideOf('b', [run({ [title]: 5 })]), sideOf('a', [run({ [title]: failing() })])),
    );
    expect(text).not.toContain('<img');
    expect(text).not.toContain('@team');
    expect(text).not.toContain('`code`');
    expect(text).toContain('### Newly failing (1)');
  });
});
