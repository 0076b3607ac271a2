const { createTokens } = require('../../src/auth/tokens');

const secret = 'a secret of these tests';

describe('tokens', () => {
  test('name the customer who was given them', () => {
    const tokens = createTokens({ secret });
    expect(tokens.verify(tokens.sign('ada'))).toBe('ada');
  });

  test('are refused when another secret signed them', () => {
    const forged = createTokens({ secret: 'another secret' }).sign('ada');
    expect(() => createTokens({ secret }).verify(forged)).toThrow('the signature does not match');
  });

  test('are refused when their customer was exchanged', () => {
    const [, signature] = createTokens({ secret }).sign('ada').split('.');
    const body = Buffer.from(JSON.stringify({ customer: 'root', expires: Number.MAX_SAFE_INTEGER }));
    const forged = `${body.toString('base64url')}.${signature}`;
    expect(() => createTokens({ secret }).verify(forged)).toThrow('the signature does not match');
  });

  test('are refused when they are no tokens', () => {
    expect(() => createTokens({ secret }).verify('')).toThrow('the signature does not match');
  });

  test('an expired token is rejected', () => {
    let now = Date.parse('2026-05-01T10:00:00Z');
    const tokens = createTokens({ secret, lifetimeMs: 60_000, now: () => now });
    const token = tokens.sign('ada');
    now += 3_600_000;
    expect(() => tokens.verify(token)).toThrow('the token has expired');
  });
});
