import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findCorrection,
  findQuarantined,
  quarantineNote,
  withQuarantine,
} from '../../src/correction/apply-known.js';
import { addCorrection, addQuarantined, removeCorrection } from '../../src/correction/edit-known.js';
import { EMPTY_KNOWN_LIST, readKnownList, writeKnownList } from '../../src/correction/known-list.js';
import { renderKnown } from '../../src/correction/render-known.js';
import { reviewQuarantine } from '../../src/correction/review-known.js';
import type { ReportFailure } from '../../src/report/report.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const rowOf = (failure: Parameters<typeof reportOf>[0][number]): ReportFailure => {
  const [row] = reportOf([failure]).failures;
  if (row === undefined) throw new Error('no row');
  return row;
};

const refused = rowOf(
  failureOf(
    { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:5432' },
    { title: ['pays'], file: 'a.test.ts' },
  ),
);
const mismatch = rowOf(
  failureOf(
    { name: 'AssertionError', message: 'expected 1 to be 2', expected: '2', actual: '1' },
    { title: ['sums'], file: 'a.test.ts' },
  ),
);

const words = {
  category: 'CONFIGURATION',
  cause: 'credentials',
  because: 'The token ran out.',
  by: 'Ada',
  on: '2026-11-21',
} as const;
const quarantine = { owner: 'Grace', because: 'Weekend.', until: '2026-12-24', on: '2026-11-21' };

describe('what is known of failures', () => {
  it('is written and read back', () => {
    const known = addQuarantined(addCorrection(EMPTY_KNOWN_LIST, refused, words), refused, quarantine);
    expect(readKnownList(writeKnownList(known))).toEqual({ known, problems: [] });
  });

  it('keeps what this version does not know, of the list and of its entries', () => {
    const known = addCorrection(EMPTY_KNOWN_LIST, refused, words);
    const [correction] = known.corrections;
    const text = JSON.stringify({ $schema: 'x.json', ...known, corrections: [{ ...correction, ticket: 7 }] });
    const read = readKnownList(text);
    expect(read.problems).toEqual([]);
    const written = JSON.parse(writeKnownList(addQuarantined(read.known, refused, quarantine)));
    expect(written).toMatchObject({ $schema: 'x.json', corrections: [{ ticket: 7 }] });
    expect(written.quarantined).toHaveLength(1);
  });

  it('holds for a fingerprint wherever it comes, but for a plain comparison in its own test alone', () => {
    const known = addCorrection(addCorrection(EMPTY_KNOWN_LIST, refused, words), mismatch, words);
    const elsewhere = (row: ReportFailure) => ({ ...row, title: ['another'], file: 'b.test.ts' });
    expect(findCorrection(known, refused)?.because).toBe('The token ran out.');
    expect(findCorrection(known, elsewhere(refused))).toBeDefined();
    expect(findCorrection(known, mismatch)).toBeDefined();
    expect(findCorrection(known, elsewhere(mismatch))).toBeUndefined();
    expect(findCorrection(removeCorrection(known, refused), refused)).toBeUndefined();
  });

  it('loses no word on another test when the one on this test is taken back', () => {
    const another = { ...mismatch, title: ['counts'] };
    const known = addCorrection(addCorrection(EMPTY_KNOWN_LIST, mismatch, words), another, words);
    const left = removeCorrection(known, mismatch);
    expect(findCorrection(left, mismatch)).toBeUndefined();
    expect(findCorrection(left, another)).toBeDefined();
  });

  it('puts a test of one project in quarantine beside the same test of another', () => {
    const [chrome, firefox] = ['chrome', 'firefox'].map((project) => ({ ...refused, project }));
    if (chrome === undefined || firefox === undefined) throw new Error('no row');
    const once = addQuarantined(addQuarantined(EMPTY_KNOWN_LIST, chrome, quarantine), firefox, quarantine);
    expect(once.quarantined.map(({ project }) => project)).toEqual(['chrome', 'firefox']);
    expect(addQuarantined(once, firefox, quarantine).quarantined).toHaveLength(2);
  });

  it('puts a failure of a report that was there before in quarantine, and ends it by its date', () => {
    const report = reportOf([
      failureOf('boom', { title: ['pays'] }),
      failureOf('other', { title: ['sums'] }),
    ]);
    const [first] = report.failures;
    if (first === undefined) throw new Error('no row');
    const known = addQuarantined(EMPTY_KNOWN_LIST, first, quarantine);
    const expiredOn = (today: string) =>
      withQuarantine(report, known, today).failures.map((row) => row.quarantine?.expired);
    expect(expiredOn('2026-12-24')).toEqual([false, undefined]);
    expect(expiredOn('2026-12-25')).toEqual([true, undefined]);
    expect(withQuarantine(report, EMPTY_KNOWN_LIST, '2026-12-24')).toEqual(report);
  });

  it('replaces what was said before of the same failure', () => {
    const known = addCorrection(addCorrection(EMPTY_KNOWN_LIST, refused, words), refused, {
      ...words,
      because: 'No: the port.',
    });
    expect(known.corrections.map(({ because }) => because)).toEqual(['No: the port.']);
  });

  it('puts one failure of one test in quarantine, and nothing else', () => {
    const known = addQuarantined(EMPTY_KNOWN_LIST, refused, quarantine);
    expect(findQuarantined(known, refused)?.owner).toBe('Grace');
    expect(findQuarantined(known, { ...refused, fingerprint: 'other' })).toBeUndefined();
    expect(findQuarantined(known, { ...refused, title: ['other'] })).toBeUndefined();
    expect(findQuarantined(known, { ...refused, project: 'web' })).toBeUndefined();
  });

  it('holds on the day that is named, and not on the day after', () => {
    const [entry] = addQuarantined(EMPTY_KNOWN_LIST, refused, quarantine).quarantined;
    if (entry === undefined) throw new Error('no entry');
    expect(quarantineNote(entry, '2026-12-24').expired).toBe(false);
    expect(quarantineNote(entry, '2026-12-25').expired).toBe(true);
  });

  it.each([
    [{ runs: 30, sameFailure: 4 }, 12, '2026-12-01', 'fixed'],
    [{ runs: 30, sameFailure: 4 }, 3, '2026-12-01', 'open'],
    [{ runs: 30, sameFailure: 4 }, 3, '2027-01-01', 'expired'],
    [{ runs: 30, sameFailure: 0 }, 30, '2026-12-01', 'never-seen'],
    [undefined, 0, '2026-12-01', 'open'],
  ] as const)('with %j and %i quiet runs on %s is %s', (history, quietRuns, today, state) => {
    const known = addQuarantined(EMPTY_KNOWN_LIST, refused, quarantine);
    const whole = history && {
      failed: 4,
      passedOnRetry: 0,
      firstSeen: null,
      lastSeen: null,
      knownFlaky: false,
      ...history,
    };
    const [reviewed] = reviewQuarantine(known, () => ({ history: whole, quietRuns }), today);
    expect(reviewed?.state).toBe(state);
    expect(renderKnown(known, reviewed === undefined ? [] : [reviewed], [])).toContain(
      'Grace, until 2026-12-24: Weekend.',
    );
  });

  it('takes any text without throwing, and drops no entry without a word', () => {
    const whole = addQuarantined(addCorrection(EMPTY_KNOWN_LIST, refused, words), refused, quarantine);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.anything().map((value) => {
            try {
              return JSON.stringify({ ...whole, corrections: [value, ...whole.corrections] });
            } catch {
              return '{';
            }
          }),
        ),
        (text) => {
          const { known, problems } = readKnownList(text);
          let given: unknown;
          try {
            given = JSON.parse(text);
          } catch {
            expect(problems).toHaveLength(1);
            return;
          }
          const told = (given as { corrections?: unknown } | null)?.corrections;
          if (Array.isArray(told))
            expect(known.corrections.length + problems.length).toBeGreaterThanOrEqual(told.length);
        },
      ),
    );
  });
});
