import { describe, expect, it } from 'vitest';
import { formatAccuracy } from '../accuracy/format-accuracy.mjs';
import { measure } from '../accuracy/measure.mjs';
import { readCorpus } from '../accuracy/read-corpus.mjs';
import { toFailure } from '../accuracy/to-failure.mjs';

const record = (members = {}) => ({
  id: 'a-1',
  test: { name: null, file: null },
  error: { name: null, message: 'boom', stack: null },
  observed: {},
  category: 'BUG',
  cause: 'hang',
  ...members,
});

describe('reading labelled failures', () => {
  it('skips empty lines', () => {
    expect(readCorpus(`${JSON.stringify(record())}\n\n`)).toHaveLength(1);
  });

  it.each([
    ['not json', /line 2 is not JSON/],
    ['[]', /line 2 is not an object/],
    [JSON.stringify(record({ category: 'UNLUCKY' })), /line 2 has the category "UNLUCKY"; accepted are BUG/],
    [JSON.stringify(record({ error: null })), /line 2 has no "error"/],
  ])('names the line of a mistake: %s', (line, problem) => {
    expect(() => readCorpus(`${JSON.stringify(record())}\n${line}`)).toThrow(problem);
  });

  it('refuses a file without failures', () => {
    expect(() => readCorpus('\n')).toThrow(/no failure/);
  });
});

describe('a labelled record as a failure', () => {
  it('carries title, file, error, limit, duration and what was observed', () => {
    const failure = toFailure(
      record({
        test: { name: 'a > b', file: 'test\\a.test.ts' },
        observed: { passesOnRerun: true, failsOnlyOnCI: null, durationMs: 12, timeoutMs: 5000 },
      }),
    );
    expect(failure).toMatchObject({
      title: ['a', 'b'],
      file: 'test/a.test.ts',
      attempts: [{ status: 'failed', errors: [{ message: 'boom' }], durationMs: 12, limitMs: 5000 }],
      observed: { passesOnRerun: true },
    });
    expect(failure.observed).not.toHaveProperty('failsOnlyOnCI');
  });

  it('tells nothing of its label', () => {
    const failure = JSON.stringify(
      toFailure(record({ id: 'secret-id', resolution: 'the answer', confidence: 'high' })),
    );
    expect(failure).not.toMatch(/secret-id|the answer|high|hang|BUG/);
  });
});

describe('the figures', () => {
  const judged = (label: string, category: string, standing = 'suspected') => ({
    record: record({ id: `${label}-${category}`, category: label }),
    verdict: { category, cause: 'hang', standing, confidence: 0.7 },
  });
  const result = measure([
    judged('BUG', 'BUG'),
    judged('BUG', 'ENVIRONMENT', 'supported'),
    judged('BUG', 'UNKNOWN'),
    judged('ENVIRONMENT', 'ENVIRONMENT'),
  ]);

  it('count what was named, what was right and which bugs were excused', () => {
    expect(result).toMatchObject({ coverage: 0.75, bugs: 3, excused: 1, excusedAboveSuspected: 1 });
    expect(result.precision).toBeCloseTo(2 / 3);
    expect(result.misjudged).toHaveLength(1);
  });

  it('take the mean of F1 over all four categories', () => {
    const [bug, , environment] = result.scores;
    expect(bug).toMatchObject({ precision: 1 });
    expect(bug?.recall).toBeCloseTo(1 / 3);
    expect(environment?.f1).toBeCloseTo(2 / 3);
    expect(result.macroF1).toBeCloseTo((0.5 + 2 / 3) / 4);
  });

  it('are printed with the ids of the misjudged', () => {
    const text = formatAccuracy(result);
    expect(text).toContain('BUG-ENVIRONMENT: BUG/hang judged ENVIRONMENT/hang (supported');
    expect(text).toMatch(/coverage .* 0\.750/);
  });
});
