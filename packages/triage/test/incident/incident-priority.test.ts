import { describe, expect, it } from 'vitest';
import { LARGE_INCIDENT } from '../../src/classify/priority.js';
import { incidentPriority } from '../../src/incident/incident-priority.js';
import { failureOf, judgedOf } from '../failure.fixture.js';

const refused = (flaky = false) => judgedOf(failureOf('connect ECONNREFUSED 127.0.0.1:5432', { flaky }));
const many = (number: number, flaky = false) => Array.from({ length: number }, () => refused(flaky));

describe('incidentPriority', () => {
  it('is that of the cause while the incident is small', () => {
    expect(incidentPriority(many(1))).toBe('medium');
    expect(incidentPriority(many(LARGE_INCIDENT - 1))).toBe('medium');
  });

  it('rises where the incident takes down many tests', () => {
    expect(incidentPriority(many(LARGE_INCIDENT))).toBe('high');
  });

  it('falls where all of them passed on retry, and not where one of them did not', () => {
    expect(incidentPriority(many(3, true))).toBe('low');
    expect(incidentPriority([...many(3, true), refused()])).toBe('medium');
  });

  it('obeys the area of the most urgent failure', () => {
    expect(incidentPriority([refused(), { ...refused(), areaPriority: 'high' }])).toBe('high');
  });

  it('leaves the priority that a rule of the user set', () => {
    const one = refused();
    const line = {
      rule: 'user/known outage',
      category: 'ENVIRONMENT',
      cause: 'service-unreachable',
      weight: 1,
      sentence: '',
    } as const;
    const own = { ...one, verdict: { ...one.verdict, priority: 'low', evidence: [line] } } as const;
    expect(incidentPriority(Array.from({ length: 20 }, () => own))).toBe('low');
  });
});
