import { describe, expect, it } from 'vitest';
import { sortFailures, sortIncidents } from '../../../src/report/page/sort-order.js';
import type { Incident, ReportFailure } from '../../../src/report/report.js';

const rows = [
  { id: 'f-1', title: ['b'], file: 'z.test.ts', durationMs: 5 },
  { id: 'f-2', title: ['a'], file: 'a.test.ts', durationMs: null },
  { id: 'f-3', title: ['c'], file: 'm.test.ts', durationMs: 50 },
] as unknown as readonly ReportFailure[];

const incidents = [
  { id: 'i-1', failures: ['f-1'] },
  { id: 'i-2', failures: ['f-2', 'f-3'] },
  { id: 'i-3', failures: ['f-3'] },
] as unknown as readonly Incident[];

const failureOf = (id: string) => rows.find((row) => row.id === id);
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('sortIncidents', () => {
  it('leaves the most urgent first, as the report has it', () => {
    expect(sortIncidents(incidents, 'urgency', failureOf)).toBe(incidents);
  });

  it('puts the largest first, or goes by the file of the most telling failure', () => {
    expect(ids(sortIncidents(incidents, 'size', failureOf))).toEqual(['i-2', 'i-1', 'i-3']);
    expect(ids(sortIncidents(incidents, 'file', failureOf))).toEqual(['i-2', 'i-3', 'i-1']);
  });
});

describe('sortFailures', () => {
  it('leaves them as the report has them, by file and line', () => {
    expect(sortFailures(rows, 'file')).toBe(rows);
  });

  it('puts the slowest first and those without a time last, or goes by title', () => {
    expect(ids(sortFailures(rows, 'duration'))).toEqual(['f-3', 'f-1', 'f-2']);
    expect(ids(sortFailures(rows, 'title'))).toEqual(['f-2', 'f-1', 'f-3']);
  });
});
