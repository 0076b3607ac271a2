import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../src/report/render-csv.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

/** A reader after RFC 4180, written from the grammar: quoted or bare fields, CRLF between records. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error('a quoted field has no end');
        if (text[at] !== '"') field += text[at];
        else if (text[at + 1] === '"') {
          field += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      while (at < text.length && !/[",\r\n]/.test(text[at] as string)) {
        field += text[at];
        at += 1;
      }
    }
    row.push(field);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`no field may go on with ${JSON.stringify(text.slice(at, at + 5))}`);
  }
  return rows;
};

const read = (...failures: Parameters<typeof failureOf>[]) => {
  const report = reportOf(failures.map((parts) => failureOf(...parts)));
  const text = renderCsv(report);
  expect(text.startsWith('\uFEFF')).toBe(true);
  return { report, rows: parseCsv(text.slice(1)) };
};

describe('renderCsv', () => {
  it('has one row for each failure under the agreed columns', () => {
    const { rows, report } = read(['connect ECONNREFUSED 127.0.0.1:5432'], ['boom, "twice"\nor more']);
    expect(rows[0]).toEqual([
      'id',
      'title',
      'file',
      'line',
      'category',
      'cause',
      'priority',
      'standing',
      'confidence',
      'incident',
      'fingerprint',
      'attempts',
      'duration_ms',
      'message',
      'notes',
    ]);
    expect(rows).toHaveLength(3);
    const row = rows.find((cells) => cells[13] === 'connect ECONNREFUSED 127.0.0.1:5432');
    expect(row?.slice(2, 8)).toEqual([
      'tests/orders.test.ts',
      '',
      'ENVIRONMENT',
      'service-unreachable',
      'medium',
      'suspected',
    ]);
    expect(rows.slice(1).map(([id]) => id)).toEqual(report.failures.map(({ id }) => id));
    expect(rows.some((cells) => cells[13] === 'boom, "twice"\nor more')).toBe(true);
  });

  it('reads back cell by cell, whatever stands in title and message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (title, message) => {
        const { rows, report } = read([{ message }, { title: [title] }]);
        expect(rows).toHaveLength(2);
        expect(rows[1]).toHaveLength(15);
        const [failure] = report.failures;
        expect(rows[1]?.[1]?.replace(/^'/, '')).toBe(failure?.title[0]?.replace(/^'/, ''));
        expect(rows[1]?.[13]?.replace(/^'/, '')).toBe(
          failure?.attempts[0]?.errors[0]?.message.replace(/^'/, ''),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '＝', '|', '%');
    const nasty = fc.tuple(start, fc.string()).map(([sign, rest]) => `${sign}${rest}`);
    fc.assert(
      fc.property(nasty, nasty, (title, message) => {
        const { rows } = read([{ message }, { title: [title], file: title }]);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r|%＝＋－＠]/);
      }),
      { numRuns: 300 },
    );
  });

  it('cuts a cell that no spreadsheet could hold', () => {
    const { rows } = read(['x '.repeat(40_000)]);
    expect(rows[1]?.[13]?.length).toBeLessThan(32_767);
  });

  it('names a row without title by its kind', () => {
    expect(read(['syntax error', { kind: 'file', title: [] }]).rows[1]?.[1]).toBe('(file)');
  });
});
