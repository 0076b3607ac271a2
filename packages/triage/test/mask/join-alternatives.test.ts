import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinAlternatives } from '../../src/mask/join-alternatives.js';

const ALTERNATIVES = ['secret', 'sess(?:ion)?id', 'Token', '://[^\\s]{0,9}@', 'tkn_', '\\bsid='];

describe('joinAlternatives', () => {
  it('finds what any of the alternatives finds', () => {
    const plain = new RegExp(ALTERNATIVES.map((one) => `(?:${one})`).join('|'), 'i');
    const joined = joinAlternatives(ALTERNATIVES);
    const part = fc.constantFrom(
      'secret',
      'SESS',
      'ion',
      'id',
      'token',
      '://',
      'x@',
      'tkn',
      '_',
      'sid=',
      's',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        expect(joined.test(parts.join(''))).toBe(plain.test(parts.join('')));
      }),
    );
  });
});
