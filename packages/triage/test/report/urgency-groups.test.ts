import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/report/report.js';
import { firstOfGroups, urgencyGroups } from '../../src/report/urgency-groups.js';

const incident = (
  id: string,
  category: Incident['category'],
  priority: Incident['priority'],
  flaky = false,
): Incident => ({
  id,
  category,
  cause: 'unknown',
  priority,
  standing: 'suspected',
  confidence: 0.5,
  title: id,
  why: '',
  advice: [],
  evidence: [],
  failures: [],
  flaky,
});

const ids = (incidents: readonly Incident[]) =>
  urgencyGroups(incidents).map(({ title, incidents: some }) => [title, some.map(({ id }) => id)]);

describe('groups of urgency', () => {
  it('have high priority and medium bugs first, what is undecided next, and the rest last', () => {
    const incidents = [
      incident('high', 'ENVIRONMENT', 'high'),
      incident('bug', 'BUG', 'medium'),
      incident('service', 'ENVIRONMENT', 'medium'),
      incident('nobody knows', 'UNKNOWN', 'medium'),
      incident('flaky', 'TEST_DESIGN', 'medium', true),
      incident('small bug', 'BUG', 'low'),
    ];
    expect(ids(incidents)).toEqual([
      ['Look at first', ['high', 'bug']],
      ['Undecided, may be bugs', ['nobody knows']],
      ['Can wait', ['service', 'small bug']],
    ]);
  });

  it('have the highest priority there is first, where nothing is urgent', () => {
    const incidents = [
      incident('service', 'ENVIRONMENT', 'medium'),
      incident('nobody knows', 'UNKNOWN', 'medium'),
      incident('timing', 'TEST_DESIGN', 'low'),
    ];
    expect(ids(incidents)).toEqual([
      ['Look at first', ['service', 'nobody knows']],
      ['Can wait', ['timing']],
    ]);
  });

  it('are none where all tests passed on retry', () => {
    expect(urgencyGroups([incident('flaky', 'TEST_DESIGN', 'medium', true)])).toEqual([]);
  });

  it('are cut after so many incidents in all, and tell how many that hides', () => {
    const groups = urgencyGroups([
      incident('bug', 'BUG', 'medium'),
      incident('nobody knows', 'UNKNOWN', 'medium'),
      incident('nobody knows either', 'UNKNOWN', 'medium'),
      incident('service', 'ENVIRONMENT', 'medium'),
    ]);
    const { shown, hidden } = firstOfGroups(groups, 2);
    expect(shown.map(({ title, incidents }) => [title, incidents.length])).toEqual([
      ['Look at first', 1],
      ['Undecided, may be bugs', 1],
    ]);
    expect(hidden).toBe(2);
    expect(firstOfGroups(groups, 10)).toEqual({ shown: groups, hidden: 0 });
  });
});
