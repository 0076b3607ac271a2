import { CAUSES } from '@holdfast/journal';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import { RULES } from '../../src/classify/rules/rules.js';
import { describeCause } from '../../src/taxonomy/describe.js';
import { failureOf } from './failure-of.js';
import { SAMPLES } from './samples.data.js';

const all = Object.values(CAUSES)
  .flat()
  .flatMap((cause) =>
    (SAMPLES[cause] ?? []).map((sample) => ({
      cause,
      sample,
      said: sample.message.split('\n')[0]?.slice(0, 70),
    })),
  );

describe('a failure in the words of a real tool gets its cause', () => {
  it.each(all)('$cause: $said', ({ cause, sample }) => {
    const verdict = classify(failureOf(sample));
    expect(`${verdict.category}/${verdict.cause}`).toBe(`${describeCause(cause).category}/${cause}`);
  });
});

describe('the causes', () => {
  const named = Object.values(CAUSES).flat();

  it.each(named.filter((cause) => describeCause(cause).showableByOneRun))(
    '%s is reached by a sample',
    (cause) => {
      expect(SAMPLES[cause]?.length ?? 0).toBeGreaterThan(0);
    },
  );

  it('that one run cannot show name an experiment', () => {
    const hidden = named.filter((cause) => !describeCause(cause).showableByOneRun);
    expect(hidden).toEqual(['regression-in-dependency', 'order-dependence', 'randomness']);
    for (const cause of hidden) expect(describeCause(cause).experiment).toMatch(/\w{4}/);
  });
});

describe('an error that a test only expects', () => {
  it('says nothing about the machine or the settings', () => {
    const verdict = classify(
      failureOf({
        message:
          'expect(received).rejects.toThrow(expected)\n\nExpected substring: "connect ECONNREFUSED"\nReceived message: "the order is gone"',
      }),
    );
    expect(verdict.evidence.map(({ category }) => category)).not.toContain('ENVIRONMENT');
  });

  it('counts where it is what came', () => {
    const verdict = classify(
      failureOf({
        message: "expected 'connect ECONNREFUSED 127.0.0.1:5432' to be 'ok'",
        name: 'AssertionError',
      }),
    );
    expect(verdict).toMatchObject({ category: 'ENVIRONMENT', cause: 'service-unreachable' });
  });
});

describe('the advice', () => {
  const typeError = "src/a.ts:1:7 - error TS2322: Type 'string' is not assignable to type 'number'.";

  it('is the rule’s own, where the rule that carries the verdict has one', () => {
    const { cause, advice } = classify(failureOf({ message: typeError }));
    expect(cause).toBe('transform-syntax');
    expect(advice[0]).toBe('Mend the type in the file and line that the compiler names.');
  });

  it('is the cause’s for any other rule', () => {
    const message = "SyntaxError: Unexpected token 'export'";
    const { cause, advice } = classify(failureOf({ message }));
    expect(cause).toBe('transform-syntax');
    expect(advice).toEqual(describeCause(cause).advice);
  });
});

describe('the rules', () => {
  it('have unique ids in kebab case, with the family before the row', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/);
  });

  it('have no keyword that is empty', () => {
    for (const { id, keywords } of RULES) expect([id, keywords?.includes('') ?? false]).toEqual([id, false]);
  });
});
