import fc from 'fast-check';
import reference from 'string-width';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from '../../src/report/text-width.js';
import { wrapText } from '../../src/report/wrap-text.js';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '漢', 'é', 'e\u0301', '👩‍👩‍👧', '❤️', '🇨🇭', 'ก็', '한', '…', '1️⃣'),
  }),
);

describe('textWidth', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['한글', 4],
    ['e\u0301', 1],
    ['🎉', 2],
    ['❤️', 2],
    ['ｆｕｌｌ', 8],
    ['Grüße', 5],
    ['', 0],
  ])('counts the columns of %s', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it('is never smaller than what a terminal library counts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(textWidth(text)).toBeGreaterThanOrEqual(reference(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('fitText', () => {
  it('keeps what fits and cuts the rest at an ellipsis', () => {
    expect(fitText('short', 5)).toBe('short');
    expect(fitText('longer text', 7)).toBe('longer…');
    expect(fitText('漢字漢字', 5)).toBe('漢字…');
  });

  it('never gives more columns than asked for', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 30 }), (text, columns) => {
        expect(reference(fitText(text, columns))).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('wrapText', () => {
  it('breaks between words and shortens what is left over', () => {
    expect(wrapText('one two three four five', 9, 2)).toEqual(['one two', 'three fo…']);
    expect(wrapText('one two', 20, 2)).toEqual(['one two']);
    expect(wrapText('   ', 20, 2)).toEqual([]);
  });

  it('gives at most so many lines, none too wide, and loses no word that fits', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (text, columns, lines) => {
          const wrapped = wrapText(text, columns, lines);
          expect(wrapped.length).toBeLessThanOrEqual(lines);
          for (const line of wrapped) expect(reference(line)).toBeLessThanOrEqual(columns);
          const rest = wrapped.join(' ');
          if (!rest.includes('…')) expect(rest).toBe(text.trim().split(/\s+/).join(' '));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
