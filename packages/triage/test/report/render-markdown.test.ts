import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown, safeMarkdown } from '../../src/report/render-markdown.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const decode = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

describe('safeMarkdown', () => {
  it.each([
    '| a cell |',
    '<img src=x onerror=alert(1)>',
    '**bold**',
    '`code`',
    '[a](http://x)',
    '@octocat',
    '#12',
    'https://evil.example',
    'www.evil.example',
    '~~x~~',
    '$x$',
    ':smile:',
    '![](x)',
    '&lt;',
    '\\|',
  ])('shows %s as itself', (text) => {
    const safe = safeMarkdown(text);
    expect(safe.replace(/&#\d+;/g, '')).not.toMatch(/[|<>*`[\]@#~$\\]|https?:|www\./);
    expect(decode(safe)).toBe(text);
  });

  it('loses nothing but white space of any short text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        expect(decode(safeMarkdown(text))).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});

describe('renderMarkdown', () => {
  it('keeps its tables whole, whatever titles and messages hold', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('|', '\n', '<', '`', '\\', 'a', '@', '*', '\r', '-', ' '),
    });
    fc.assert(
      fc.property(nasty, nasty, (title, message) => {
        const lines = renderMarkdown(reportOf([failureOf(message, { title: [title], file: title })])).split(
          '\n',
        );
        const start = lines.findIndex((line) => line.startsWith('| Priority |'));
        expect(lines[start]?.match(/\|/g)).toHaveLength(8);
        expect(lines[start + 2]?.match(/\|/g)).toHaveLength(8);
      }),
      { numRuns: 200 },
    );
  });

  it('says what to look at first, and rates by folder and category', () => {
    const text = renderMarkdown(reportOf([failureOf('connect ECONNREFUSED 127.0.0.1:5432')]));
    expect(text).toContain('## Holdfast: 1 of 11 tests failed, 1 skipped');
    expect(text).toContain('### Look at first');
    expect(text).toContain('ENVIRONMENT<br>service-unreachable');
    expect(text).toContain('| tests | 90.9 % | 10 of 11 |');
    expect(text).toContain('| ENVIRONMENT | 1 | 100 % |');
  });

  it('is short after a green run', () => {
    expect(renderMarkdown(reportOf([])).trim().split('\n')).toHaveLength(3);
  });
});
