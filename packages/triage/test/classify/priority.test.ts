import { CAUSES } from '@holdfast/journal';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import { adjustPriority, basePriority, LARGE_INCIDENT } from '../../src/classify/priority.js';
import { failureOf } from './failure-of.js';

describe('the base priority', () => {
  it.each(['security', 'data-corruption', 'race-in-product'] as const)('of %s is high', (cause) => {
    expect(basePriority(cause)).toBe('high');
  });

  it.each(['pool-exhausted', 'timeout-budget', 'port-in-use', 'missing-env-var'] as const)(
    'of %s is medium',
    (cause) => {
      expect(basePriority(cause)).toBe('medium');
    },
  );

  it.each(['slow-machine', 'unrealistic-expectation'] as const)('of %s is low', (cause) => {
    expect(basePriority(cause)).toBe('low');
  });

  it('is set for every cause', () => {
    for (const cause of Object.values(CAUSES).flat())
      expect(['low', 'medium', 'high']).toContain(basePriority(cause));
  });
});

describe('the adjusted priority', () => {
  it('rises with a large incident and falls for a flaky test', () => {
    expect(
      adjustPriority('pool-exhausted', { category: 'CONFIGURATION', incidentSize: LARGE_INCIDENT }),
    ).toBe('high');
    expect(adjustPriority('pool-exhausted', { category: 'CONFIGURATION', flaky: true })).toBe('low');
  });

  it('of a security verdict does not fall', () => {
    expect(adjustPriority('security', { category: 'BUG', flaky: true, areaPriority: 'low' })).toBe('high');
  });

  it('in an area is the area’s for bugs and at least the area’s for others', () => {
    expect(adjustPriority('assertion-mismatch', { category: 'BUG', areaPriority: 'low' })).toBe('low');
    expect(adjustPriority('slow-machine', { category: 'ENVIRONMENT', areaPriority: 'high' })).toBe('high');
    expect(adjustPriority('worker-crash', { category: 'ENVIRONMENT', areaPriority: 'low' })).toBe('high');
  });
});

describe('areas', () => {
  const areas = [
    { name: 'auth', paths: ['tests/auth/**'], priority: 'high' as const },
    { name: 'toys', tags: ['toy'], priority: 'low' as const },
  ];
  const message = "expected 'a' to be 'b'";

  it('apply by path', () => {
    expect(classify(failureOf({ message, file: 'tests/auth/login.test.ts' }), { areas }).priority).toBe(
      'high',
    );
  });

  it('apply by a word in the title', () => {
    expect(classify(failureOf({ message, title: 'spins @toy' }), { areas }).priority).toBe('low');
  });

  it('leave others alone', () => {
    expect(classify(failureOf({ message, file: 'tests/cart.test.ts' }), { areas }).priority).toBe('medium');
  });
});
