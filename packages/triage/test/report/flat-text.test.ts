import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatText } from '../../src/report/flat-text.js';

describe('flatText', () => {
  it('makes one space of every run of blanks, and none at the ends', () => {
    const part = fc.constantFrom(' ', '  ', '\n', '\t', '\u00A0', 'a', 'bc', '.');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        expect(flatText(text)).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
