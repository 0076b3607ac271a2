import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/report/render-json.js';
import { renderPage } from '../../src/report/render-page.js';
import type { Report } from '../../src/report/report.js';
import { pageShell } from '../../src/session/page-shell.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

/** Words that would end an element, begin one, or be a slot of the shell. */
const dangerous = fc.constantFrom(
  '</script>',
  '</SCRIPT ',
  '<!--',
  '-->',
  '<script>',
  '</noscript>',
  '</title>',
  '</pre>',
  '<img src=x onerror=alert(1)>',
  '{{report}}',
  '{{title}}',
  '$&',
  '$`',
  '&lt;',
  '&',
  '"',
  '\u2028',
  '\u2029',
  '\u0000',
  '\ud800',
  '\\u003c',
);
const text = fc
  .array(fc.oneof(dangerous, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 })
  .map((parts) => parts.join(''));

const reports: fc.Arbitrary<Report> = fc
  .record({
    failures: fc.array(fc.record({ title: text, message: text, stack: text, file: text }), { maxLength: 3 }),
    gaps: fc.array(text, { maxLength: 2 }),
    environment: text,
  })
  .map(({ failures, gaps, environment }) => {
    const report = reportOf(
      failures.map(({ title, file, ...error }) => failureOf(error, { title: [title], file })),
      10,
      gaps,
    );
    return { ...report, run: { ...report.run, environment } };
  });

interface Parts {
  readonly title: string;
  readonly summary: string;
  readonly json: string;
}

/** What was filled into the shell, found by the shell's own text, as far as a parser of HTML gets in each element. */
const partsOf = (page: string): Parts => {
  const [head = '', afterTitle = '', afterSummary = '', end = ''] = pageShell().split(
    /\{\{(?:title|summary|report)\}\}/,
  );
  expect(page.startsWith(head)).toBe(true);
  expect(page.endsWith(end)).toBe(true);
  const titleEnd = page.indexOf('<', head.length);
  expect(page.slice(titleEnd).startsWith(afterTitle)).toBe(true);
  const summaryStart = titleEnd + afterTitle.length;
  const summaryEnd = page.indexOf('<', summaryStart);
  expect(page.slice(summaryEnd).startsWith(afterSummary)).toBe(true);
  const jsonStart = summaryEnd + afterSummary.length;
  const jsonEnd = page.indexOf('<', jsonStart);
  expect(page.slice(jsonEnd) === end).toBe(true);
  return {
    title: page.slice(head.length, titleEnd),
    summary: page.slice(summaryStart, summaryEnd),
    json: page.slice(jsonStart, jsonEnd),
  };
};

describe('renderPage', () => {
  it('lets nothing of a report become markup, and holds the very report', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const { title, summary, json } = partsOf(renderPage(report, pageShell()));
        expect(title + summary).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(json).not.toContain('<');
        expect(JSON.parse(json)).toEqual(JSON.parse(renderJson(report)));
      }),
    );
  });

  it('is named for what the run came to', () => {
    const report = reportOf([failureOf('expected 1 to be 2')]);
    expect(partsOf(renderPage(report, pageShell())).title).toBe('1 of 11 tests failed, 1 skipped – Holdfast');
  });

  it('shows the summary of the terminal where scripts are off', () => {
    const report = reportOf([failureOf('expected 1 to be 2', { title: ['carts', 'a < b & c'] })]);
    const { summary } = partsOf(renderPage(report, pageShell()));
    expect(summary).toContain('Look at first');
    expect(summary).toContain('a &lt; b &amp; c');
    expect(summary).toContain('says   expected 1 to be 2');
  });
});
