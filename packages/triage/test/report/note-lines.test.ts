import { describe, expect, it } from 'vitest';
import type { FailureHistory } from '../../src/history/failure-history.js';
import { historyLine, incidentNotes, type Notes, noteLines } from '../../src/report/note-lines.js';
import { renderCsv } from '../../src/report/render-csv.js';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { renderTerminal } from '../../src/report/render-terminal.js';
import { renderText } from '../../src/report/render-text.js';
import type { Report } from '../../src/report/report.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const history: FailureHistory = {
  runs: 15,
  failed: 3,
  passedOnRetry: 2,
  sameFailure: 3,
  firstSeen: '2026-11-01T08:00:00.000Z',
  lastSeen: '2026-11-20T08:00:00.000Z',
  knownFlaky: true,
};
const notes: Notes = {
  correction: {
    because: 'The bank moved\nits sandbox.',
    by: 'Ada',
    on: '2026-11-20',
    was: 'BUG/type-error',
  },
  quarantine: { owner: 'team-a', because: 'Being moved.', until: '2026-12-24', expired: false },
  history,
};
const expired: Notes = {
  quarantine: { owner: 'team-a', because: 'Being moved.', until: '2026-11-01', expired: true },
};

const CORRECTED = 'corrected on 2026-11-20 by Ada, from BUG/type-error: The bank moved its sandbox.';
const QUARANTINED = 'in quarantine, team-a, until 2026-12-24: Being moved.';
const EXPIRED = 'quarantine EXPIRED, the failure counts again; team-a, until 2026-11-01: Being moved.';
const EARLIER =
  'passed 12 of 15 earlier runs (80 %), 2 on retry; failed like this in 3, first 2026-11-01; known flaky';

const noted = (...all: readonly Notes[]): Report => {
  const report = reportOf(all.map((_, index) => failureOf('boom', { title: [`test ${index}`] })));
  const failures = report.failures.map((row) => ({ ...row, ...all[Number(row.title[0]?.at(-1))] }));
  return { ...report, failures } as Report;
};

const view = (width = 120) => ({
  screen: { width, colors: false, isTTY: true },
  maxIncidents: 10,
  reports: '',
});

describe('the notes of a failure', () => {
  it('are a line each, whatever the reasons hold', () => {
    expect(noteLines(notes)).toEqual([CORRECTED, QUARANTINED, EARLIER]);
    expect(noteLines(expired)).toEqual([EXPIRED]);
    expect(noteLines({})).toEqual([]);
  });

  it('say that a failure is new, and never divide by no runs', () => {
    expect(historyLine({ ...history, sameFailure: 0, firstSeen: null, knownFlaky: false })).toBe(
      'passed 12 of 15 earlier runs (80 %), 2 on retry; never failed like this before',
    );
    expect(historyLine({ ...history, runs: 0, failed: 0, passedOnRetry: 0 })).toContain('0 of 0');
    expect(historyLine({ ...history, failed: 15, passedOnRetry: 0, knownFlaky: false })).toBe(
      'passed 0 of 15 earlier runs; failed like this in 3, first 2026-11-01',
    );
    expect(historyLine({ ...history, failed: 0 })).toMatch(/^passed 15 of 15 earlier runs, 2 on retry;/);
  });

  it('are counted where several failures make one incident', () => {
    const fresh = { history: { ...history, sameFailure: 0, knownFlaky: false } };
    expect(incidentNotes([notes, expired, {}, fresh])).toEqual([
      '1 of 4 corrected by hand; 1 of 4 in quarantine; 1 of 4 with an EXPIRED quarantine; 1 of 4 known flaky; 1 of 4 never failed like this before',
    ]);
    expect(incidentNotes([notes, notes])).toEqual([
      'all corrected by hand; all in quarantine; all known flaky',
    ]);
    expect(incidentNotes([{}, {}])).toEqual([]);
    expect(incidentNotes([expired])).toEqual([EXPIRED]);
  });
});

describe('reports', () => {
  it('show the notes beside the failure, in text, on the screen, in the summary and in the table', () => {
    const report = noted(notes);
    expect(renderText(report)).toContain(
      `      boom\n      ${CORRECTED}\n      ${QUARANTINED}\n      ${EARLIER}\n`,
    );
    expect(renderTerminal(report, view())).toContain(
      `  known  ${CORRECTED}\n         ${QUARANTINED}\n         ${EARLIER}\n`,
    );
    // What makes it less urgent stands at the end, and is not to be cut off.
    expect(renderTerminal(report, view(80))).toContain('in 3,\n         first 2026-11-01; known flaky\n');
    expect(renderMarkdown(report)).toContain(
      '<br>*in quarantine, team-a, until 2026-12-24: Being moved.*<br>',
    );
    expect(renderCsv(report)).toContain(`,boom,"${CORRECTED}; ${QUARANTINED}; ${EARLIER}"\r\n`);
  });

  it('say nothing of what is not known', () => {
    const report = noted({}, {});
    expect(renderTerminal(report, view())).not.toContain('known');
    expect(renderText(report)).not.toMatch(/earlier run|quarantine|corrected/i);
    expect(renderMarkdown(report)).not.toMatch(/earlier run|quarantine|corrected/i);
  });

  it('keep a note on one line of a narrow screen', () => {
    const lines = renderTerminal(noted(notes), view(40)).split('\n');
    expect(lines.filter((line) => /corrected|in quarantine|earlier/.test(line))).toHaveLength(3);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
  });

  it('name what is to be tidied in the quarantine, after a green run too', () => {
    const report: Report = {
      ...reportOf([]),
      staleQuarantine: [
        { test: 'a.test.ts > pays', state: 'fixed', owner: 'Grace', until: '2026-12-24', quietRuns: 12 },
        { test: 'a.test.ts > ships', state: 'expired', owner: 'Ada', until: '2026-11-01', quietRuns: null },
      ],
    };
    const fixed = 'FIXED, take it out (Grace, 12 runs without the failure): a.test.ts > pays';
    const over = 'EXPIRED (until 2026-11-01, Ada): a.test.ts > ships';
    expect(renderTerminal(report, view())).toContain(`Quarantine ${fixed}\nQuarantine ${over}\n`);
    expect(renderText(report)).toContain(`\nQuarantine to tidy\n------------------\n${fixed}\n${over}\n`);
    expect(renderMarkdown(report)).toContain('### Quarantine to tidy\n\n- FIXED, take it out');
  });

  it('point to the list where more is to be tidied than the screen should hold', () => {
    const stale = Array.from({ length: 5 }, (_, index) => ({
      test: `test ${index}`,
      state: 'expired' as const,
      owner: 'Ada',
      until: '2026-11-01',
      quietRuns: null,
    }));
    const text = renderTerminal({ ...reportOf([]), staleQuarantine: stale }, view());
    expect(text.match(/^Quarantine/gm)).toHaveLength(3);
    expect(text).toContain('… and 2 more to tidy: holdfast known\n');
  });
});
