import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const judge = (data: object, title = ['orders', 'are accepted'], message = 'expected at least 90 %') => {
  const base = failureOf({
    message: `0 of 40 succeeded (0 %); ${message}.`,
    evidence: [{ name: 'rate.sampled', data: data as never }],
  });
  const { category, cause, standing, why } = classify({ ...base, title });
  return { verdict: `${category}/${cause}`, standing, why };
};
const errors = (label: string) => [{ label, count: 40 }];

describe('a success rate', () => {
  it('of none where the other side does not know the operation is a gap of the stand-in', () => {
    const data = { successes: 0, total: 40, asked: 0.9, errors: errors('Error: unknown command EXPIRE') };
    expect(judge(data, ['cache on a mock server', 'expires'])).toMatchObject({
      verdict: 'TEST_DESIGN/mock-gap',
      why: 'None of 40 succeeded: the operation is missing or broken, it does not come and go (Error: unknown command EXPIRE).',
    });
  });

  it('of none without such a sign excuses nothing, and says that it is no intermittent fault', () => {
    const { verdict, why } = judge({ successes: 0, total: 40, asked: 0.9, errors: errors('Error: boom') });
    expect(['UNKNOWN/unknown', 'BUG/other-bug', 'BUG/assertion-mismatch']).toContain(verdict);
    expect(why).toContain('it does not come and go');
  });

  it('of some comes and goes', () => {
    const { why, verdict } = judge({ successes: 31, total: 40, asked: 0.9 });
    expect(why).toContain('31 of 40 succeeded where 90 % is asked for: it comes and goes');
    expect(verdict).not.toMatch(/^(?:ENVIRONMENT|CONFIGURATION|TEST_DESIGN)/);
  });

  it('of some while faults are injected asks for too much, and no more than suspected', () => {
    expect(
      judge({ successes: 31, total: 40, asked: 0.9 }, ['chaos', 'recovers from an outage']),
    ).toMatchObject({
      verdict: 'TEST_DESIGN/unrealistic-expectation',
      standing: 'suspected',
    });
  });

  it('of a handful, or one that was met, says nothing', () => {
    expect(judge({ successes: 0, total: 2, asked: 0.9 }).why).not.toContain('None of');
    expect(judge({ successes: 39, total: 40, asked: 0.9 }).why).not.toContain('comes and goes');
  });
});
