import { digestSalt, digestSecret } from '@holdfast/journal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask } from '../../src/mask/create-mask.js';
import { hideDigested } from '../../src/mask/hide-digested.js';

const salt = digestSalt('.run-1-a');
const hide = (secrets: readonly string[], text: string): string =>
  hideDigested(
    secrets.map((secret) => digestSecret(secret, salt)),
    salt,
  )(text);

describe('hideDigested', () => {
  it('hides a value of which it knows the digest alone, wherever it stands', () => {
    expect(hide(['tr1ck-or-treat'], 'tr1ck-or-treat, or tr1ck-or-treat')).toBe('***, or ***');
    expect(hide(['tr1ck-or-treat'], 'trick-or-treat')).toBe('trick-or-treat');
  });

  it('hides the longest of several, and no part of another word', () => {
    expect(hide(['abcdef1', 'abcdef1-234'], 'abcdef1-234 abcdef1 abcdef12')).toBe('*** *** abcdef12');
  });

  it('finds any value in any text, and changes nothing else', () => {
    const value = fc.string({ minLength: 12, maxLength: 30 }).filter((text) => !text.includes('*'));
    const around = fc.string({ maxLength: 60, unit: fc.constantFrom('x', ' ', '\n', '😀') });
    fc.assert(
      fc.property(value, around, around, (secret, before, after) => {
        fc.pre(!`${before}${after}`.includes(secret));
        const whole = `${before}${secret}${after}`;
        fc.pre(whole.indexOf(secret) === before.length);
        expect(hide([secret], whole)).toBe(`${before}***${after}`);
        expect(hide([secret], `${before}${after}`)).toBe(`${before}${after}`);
      }),
    );
  });

  it('is useless for the digests of another run', () => {
    const digests = [digestSecret('tr1ck-or-treat', digestSalt('.run-2-b'))];
    expect(hideDigested(digests, salt)('tr1ck-or-treat')).toBe('tr1ck-or-treat');
  });
});

describe('a mask with secrets of workers', () => {
  it('hides them beside those of its own environment', () => {
    const digests = ['of-worker-1', 'of-reporter-2'].map((secret) => digestSecret(secret, salt));
    const mask = createMask({
      environment: { SHOP_TOKEN: 'of-reporter-2' },
      foreign: { digests, salt },
    });
    expect(mask('of-worker-1 and of-reporter-2')).toBe('*** and ***');
  });
});
