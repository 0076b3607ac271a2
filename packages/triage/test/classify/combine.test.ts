import type { Category, Cause } from '@holdfast/journal';
import { describe, expect, it } from 'vitest';
import { combine, LEAST_CONFIDENCE } from '../../src/classify/combine.js';
import type { EvidenceLine } from '../../src/verdict.js';

const line = (category: Category, cause: Cause, weight: number): EvidenceLine => ({
  rule: 'a-rule',
  category,
  cause,
  weight,
  sentence: 'because',
});

describe('weighing', () => {
  it('takes a single sign at its weight', () => {
    expect(combine([line('BUG', 'hang', 0.7)], undefined)).toMatchObject({ category: 'BUG', cause: 'hang' });
    expect(combine([line('BUG', 'hang', 0.7)], undefined).confidence).toBeCloseTo(0.7);
  });

  it('lets signs for one category strengthen each other', () => {
    const lines = [line('ENVIRONMENT', 'dns', 0.5), line('ENVIRONMENT', 'dns', 0.4)];
    expect(combine(lines, undefined).confidence).toBeCloseTo(0.7);
  });

  it('lets signs for two categories take from each other', () => {
    const alone = combine([line('ENVIRONMENT', 'dns', 0.8)], undefined).confidence;
    const disputed = combine([line('ENVIRONMENT', 'dns', 0.8), line('BUG', 'hang', 0.6)], undefined);
    expect(disputed.category).toBe('ENVIRONMENT');
    expect(disputed.confidence).toBeLessThan(alone);
  });

  it('abstains below the threshold, and still says what was seen', () => {
    const verdict = combine([line('BUG', 'hang', LEAST_CONFIDENCE - 0.01)], undefined);
    expect(verdict).toMatchObject({ category: 'UNKNOWN', cause: 'unknown' });
    expect(verdict.strongest?.cause).toBe('hang');
  });

  it('abstains between two equal signs', () => {
    expect(combine([line('BUG', 'hang', 0.9), line('ENVIRONMENT', 'dns', 0.9)], undefined).category).toBe(
      'UNKNOWN',
    );
  });

  it('names the telling cause before the residual one', () => {
    const lines = [line('BUG', 'assertion-mismatch', 0.66), line('BUG', 'security', 0.42)];
    expect(combine(lines, undefined).cause).toBe('security');
  });

  it('is supported where run-time facts speak for the winning cause', () => {
    const measured = line('ENVIRONMENT', 'slow-machine', 0.8);
    expect(combine([measured], new Set([measured])).standing).toBe('supported');
    const other = line('BUG', 'hang', 0.2);
    expect(combine([measured, other], new Set([other])).standing).toBe('suspected');
  });
});
