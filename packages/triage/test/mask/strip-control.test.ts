import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripControl } from '../../src/mask/strip-control.js';

describe('stripControl', () => {
  it('takes out colours, cursor moves, links and titles of a terminal', () => {
    expect(stripControl('\u001B[1;31mred\u001B[0m')).toBe('red');
    expect(stripControl('a\u001B[2Kb\u001B[1Ac')).toBe('abc');
    expect(stripControl('\u001B]8;;http://x\u0007link\u001B]8;;\u0007')).toBe('link');
    expect(stripControl('\u001B]0;title\u001B\\text')).toBe('text');
  });

  it('keeps tabs and line breaks, and letters of every language', () => {
    expect(stripControl('a\tb\r\nc\nд 漢 🎉 é')).toBe('a\tb\r\nc\nд 漢 🎉 é');
  });

  it('leaves no control character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(stripControl(text)).not.toMatch(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E]/);
      }),
    );
  });
});
