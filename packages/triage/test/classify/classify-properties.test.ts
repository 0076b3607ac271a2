import { CATEGORIES, CAUSES, type ErrorSnapshot, PHASES } from '@holdfast/journal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import { RULES } from '../../src/classify/rules/rules.js';
import type { Attempt, Failure } from '../../src/failure.js';
import { describeCause } from '../../src/taxonomy/describe.js';
import { SAMPLES } from './samples.data.js';

const realMessages = Object.values(SAMPLES).flatMap((samples) => samples.map(({ message }) => message));

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(...realMessages),
  fc
    .tuple(fc.constantFrom(...realMessages), fc.constantFrom(...realMessages), fc.nat(200))
    .map(([left, right, at]) => `${left.slice(at)}\n${right}`),
);

const { error } = fc.letrec<{ error: ErrorSnapshot }>((tie) => ({
  error: fc.record(
    {
      message: text,
      name: fc.constantFrom('Error', 'TypeError', 'AssertionError', ''),
      code: fc.constantFrom('ECONNREFUSED', '23505', 'ERR_ASSERTION', 'x'),
      stack: text,
      expected: text,
      actual: text,
      cause: fc.option(tie('error'), { nil: undefined, depthSize: 'small', depthIdentifier: 'error' }),
      errors: fc.array(tie('error'), { maxLength: 2, depthIdentifier: 'error' }),
    },
    { requiredKeys: ['message'] },
  ) as fc.Arbitrary<ErrorSnapshot>,
}));

const machine = fc.record(
  { cpuBusy: fc.double({ min: 0, max: 1, noNaN: true }), loopLagMs: fc.nat(), freeMemoryBytes: fc.nat() },
  { requiredKeys: [] },
);

const attempt = fc.record(
  {
    number: fc.integer({ min: 1, max: 4 }),
    status: fc.constantFrom('passed', 'failed'),
    errors: fc.array(error, { maxLength: 2 }),
    phase: fc.constantFrom(...PHASES),
    durationMs: fc.nat(),
    limitMs: fc.nat(),
    machine,
  },
  { requiredKeys: ['number', 'status', 'errors', 'phase'] },
) as fc.Arbitrary<Attempt>;

const evidenceNames = ['pool.statistics', 'pool.checkout', 'budget.time', 'wait', 'leak.timer', 'other'];

const failure = fc.record(
  {
    kind: fc.constantFrom('test', 'hook', 'file', 'worker', 'unhandled', 'run'),
    title: fc.array(text, { maxLength: 3 }),
    file: fc.constantFrom('test/a.test.ts', 'src/A.test.tsx', '', 'C:/x/y.spec.js'),
    attempts: fc.array(attempt, { minLength: 1, maxLength: 3 }),
    flaky: fc.boolean(),
    evidence: fc.array(
      fc.record({
        name: fc.constantFrom(...evidenceNames),
        data: fc.dictionary(
          fc.constantFrom('size', 'busy', 'waiting', 'limitMs', 'neededMs', 'for'),
          fc.jsonValue(),
        ),
      }),
      { maxLength: 2 },
    ),
    observed: fc.record(
      {
        passesOnRerun: fc.boolean(),
        failsOnlyInFullRun: fc.boolean(),
        failsOnlyOnCI: fc.boolean(),
        failsOnlyOnPlatform: fc.constantFrom('windows', 'linux'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['kind', 'title', 'attempts', 'flaky'] },
) as fc.Arbitrary<Failure>;

const runs = { numRuns: 300 };

describe('classify, for any failure', () => {
  it('gives a verdict whose cause belongs to its category', () => {
    fc.assert(
      fc.property(failure, (given) => {
        const { category, cause } = classify(given);
        expect(CATEGORIES).toContain(category);
        expect(CAUSES[category] as readonly string[]).toContain(cause);
      }),
      runs,
    );
  });

  it('keeps confidence and weights between 0 and 1, and evidence strongest first', () => {
    fc.assert(
      fc.property(failure, (given) => {
        const { confidence, evidence } = classify(given);
        const weights = evidence.map(({ weight }) => weight);
        for (const share of [confidence, ...weights]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(weights).toEqual([...weights].sort((left, right) => right - left));
      }),
      runs,
    );
  });

  it('gives the same verdict again, and leaves the failure as it was', () => {
    fc.assert(
      fc.property(failure, (given) => {
        const before = JSON.stringify(given);
        const first = classify(given);
        expect(classify(given)).toEqual(first);
        expect(JSON.stringify(given)).toBe(before);
      }),
      runs,
    );
  });

  it('never calls a verdict proven: that takes an experiment', () => {
    fc.assert(
      fc.property(failure, (given) => classify(given).standing !== 'proven'),
      runs,
    );
  });

  it('says why and what to do', () => {
    fc.assert(
      fc.property(failure, (given) => {
        const { why, advice, cause, evidence } = classify(given);
        expect(why.trim()).not.toBe('');
        const own = RULES.filter(({ id }) => evidence.some(({ rule }) => rule === id));
        expect([describeCause(cause).advice, ...own.map((rule) => rule.advice)]).toContainEqual(advice);
      }),
      runs,
    );
  });

  it('lets a user’s rule that always holds decide', () => {
    fc.assert(
      fc.property(failure, (given) => {
        const rules = [{ name: 'mine', when: () => true, category: 'ENVIRONMENT' as const }];
        expect(classify(given, { rules })).toMatchObject({
          category: 'ENVIRONMENT',
          cause: 'other-environment',
          confidence: 1,
        });
      }),
      runs,
    );
  });
});
