import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import type { UserRule } from '../../src/options.js';
import { failureOf } from './failure-of.js';

const failure = failureOf({
  message: 'gateway said no',
  code: 'EGATEWAY',
  file: 'tests/payments/refund.test.ts',
});

const judge = (...rules: UserRule[]) => classify(failure, { rules });

describe('a rule of the user', () => {
  it('decides with full confidence, supported, and names itself', () => {
    const verdict = judge({ name: 'sandbox', message: 'said no', category: 'ENVIRONMENT', cause: 'network' });
    expect(verdict).toMatchObject({
      category: 'ENVIRONMENT',
      cause: 'network',
      confidence: 1,
      standing: 'supported',
    });
    expect(verdict.evidence[0]?.sentence).toContain('sandbox');
    expect(verdict.evidence[0]?.rule).toBe('user/sandbox');
  });

  it('takes a text literally and an expression as one', () => {
    expect(judge({ name: 'a', message: 'said .o', category: 'BUG' }).confidence).toBeLessThan(1);
    expect(judge({ name: 'a', message: /said .o/g, category: 'BUG' }).confidence).toBe(1);
  });

  it('gives the same answer twice for an expression with a memory', () => {
    const rule: UserRule = { name: 'a', message: /gateway/y, category: 'BUG' };
    expect([judge(rule).confidence, judge(rule).confidence]).toEqual([1, 1]);
  });

  it('holds only where all its conditions hold', () => {
    const rule: UserRule = {
      name: 'a',
      file: 'tests/payments/**',
      code: 'EGATEWAY',
      category: 'CONFIGURATION',
    };
    expect(judge(rule).category).toBe('CONFIGURATION');
    expect(judge({ ...rule, code: 'EOTHER' }).confidence).toBeLessThan(1);
    expect(judge({ ...rule, file: 'tests/auth/**' }).confidence).toBeLessThan(1);
  });

  it('without conditions never holds', () => {
    expect(judge({ name: 'empty', category: 'BUG' }).evidence.map(({ rule }) => rule)).not.toContain(
      'user/empty',
    );
  });

  it('that comes first decides', () => {
    const one: UserRule = { name: 'one', message: 'said', category: 'BUG' };
    const two: UserRule = { name: 'two', message: 'said', category: 'ENVIRONMENT' };
    expect(judge(one, two).category).toBe('BUG');
    expect(judge(two, one).category).toBe('ENVIRONMENT');
  });

  it('that throws is left out and named', () => {
    const broken: UserRule = {
      name: 'broken',
      when: () => {
        throw new Error('oops');
      },
      category: 'BUG',
    };
    const verdict = judge(broken, { name: 'good', message: 'said', category: 'ENVIRONMENT' });
    expect(verdict.category).toBe('ENVIRONMENT');
    expect(verdict.evidence.at(-1)?.sentence).toMatch(/broken.*threw.*oops/);
  });

  it('that throws something that cannot be printed is left out', () => {
    const hostile = {
      get message(): string {
        throw new Error('no');
      },
    };
    const broken: UserRule = {
      name: 'broken',
      when: () => {
        throw hostile;
      },
      category: 'BUG',
    };
    expect(judge(broken).evidence.at(-1)?.rule).toBe('user/broken');
  });

  it('brings its own words, advice and priority', () => {
    const verdict = judge({
      name: 'a',
      message: 'said',
      category: 'ENVIRONMENT',
      why: 'the sandbox is down',
      advice: 'call them',
      priority: 'high',
    });
    expect(verdict).toMatchObject({ why: 'the sandbox is down', advice: ['call them'], priority: 'high' });
  });

  it('searches the causes of an error too', () => {
    const [attempt] = failure.attempts;
    if (attempt === undefined) throw new Error('the sample has no attempt');
    const nested = {
      ...failure,
      attempts: [{ ...attempt, errors: [{ message: 'outer', cause: { message: 'inner truth' } }] }],
    };
    expect(
      classify(nested, { rules: [{ name: 'a', message: 'inner truth', category: 'BUG' }] }).confidence,
    ).toBe(1);
  });
});
