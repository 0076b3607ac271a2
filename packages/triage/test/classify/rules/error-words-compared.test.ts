import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const judge = (message: string) => classify(failureOf({ message, name: 'AssertionError' }));

describe('an error of the system that a test expects', () => {
  it('is no outage where it comes in other words, but the words of another version', () => {
    const verdict = judge(
      "expected promise to be rejected with an error including 'getaddrinfo ENOTFOUND shop.local shop.local:80' but got 'getaddrinfo ENOTFOUND shop.local'",
    );
    expect(verdict).toMatchObject({ category: 'TEST_DESIGN', cause: 'stale-expectation' });
  });

  it('is no outage where the test looks for the trouble itself', () => {
    const verdict = judge("expected 'connect ECONNREFUSED 127.0.0.1:6379' to match /redis is offline/");
    expect(verdict.category).not.toBe('ENVIRONMENT');
  });

  it('is an outage where the test expects something else', () => {
    const verdict = judge("expected 'connect ECONNREFUSED 127.0.0.1:6379' to equal 'order 12 is booked'");
    expect(verdict).toMatchObject({ category: 'ENVIRONMENT', cause: 'service-unreachable' });
  });

  it('is an outage where the test expects that it goes well', () => {
    const verdict = judge("expected 'connect ECONNREFUSED 127.0.0.1:6379' to equal 'connection established'");
    expect(verdict).toMatchObject({ category: 'ENVIRONMENT', cause: 'service-unreachable' });
  });

  it('is the machine’s where it comes by another code', () => {
    const verdict = judge("expected 'getaddrinfo EAI_AGAIN' to equal 'getaddrinfo ENOTFOUND'");
    expect(verdict).toMatchObject({ category: 'ENVIRONMENT', cause: 'dns' });
  });

  it('is not one error where two files are named', () => {
    const verdict = judge(
      "expected [Function] to throw error including 'ENOENT: no such file or directory, open 'a.json'' but got 'ENOENT: no such file or directory, open 'b.json''",
    );
    expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('engine-wording');
  });
});

describe('an export that a module of the project lacks', () => {
  it('is lost to a mock', () => {
    const verdict = classify(
      failureOf({
        name: 'SyntaxError',
        message: "Export named 'useCart' not found in module '/app/src/hooks/cart.ts'.",
      }),
    );
    expect(verdict).toMatchObject({ category: 'TEST_DESIGN', cause: 'mock-gap' });
  });

  it('may be of another version where it is a package’s', () => {
    const verdict = classify(
      failureOf({
        name: 'SyntaxError',
        message: "Export named 'cart' not found in module '/app/node_modules/shop/index.js'.",
      }),
    );
    expect(verdict.category).not.toBe('TEST_DESIGN');
  });
});

describe('values that differ in signs that nobody sees', () => {
  it('differ in line ends where lines keep half of one', () => {
    const verdict = judge(
      '      + expected - actual\n\n       [\n      -  "TITLE\\r"\n      +  "TITLE"\n       ]',
    );
    expect(verdict).toMatchObject({ category: 'ENVIRONMENT', cause: 'platform-difference' });
  });

  it('differ in spaces of locale data, and not in time, where these are escaped', () => {
    const verdict = judge("expected 'Sat, 3/9/24, 4:30\\u202fPM' to be 'Sat, 3/9/24, 4:30 PM'");
    expect(verdict).toMatchObject({ category: 'ENVIRONMENT', cause: 'platform-difference' });
  });
});

describe('a count and a measure that the error words itself', () => {
  it('is a stale count where one more came', () => {
    expect(judge('Found 14 commands, expected 13')).toMatchObject({ cause: 'stale-expectation' });
    expect(
      judge(
        'expect(locator).toHaveCount(expected)\n\nExpected: 9\nReceived: 10\n  5 × locator resolved to 10 elements',
      ),
    ).toMatchObject({
      category: 'TEST_DESIGN',
      cause: 'stale-expectation',
    });
  });

  it('is the product’s where its code says so of what it was given', () => {
    const message = 'Line 3 has 5 columns, expected 4';
    const stack = `ParseError: ${message}\n    at parse (/app/src/parse.ts:3:1)`;
    const verdict = classify(failureOf({ message, name: 'ParseError', stack }));
    expect(verdict.category).toBe('BUG');
  });

  it('is a bound on the machine’s speed', () => {
    expect(judge('duration exceeds 200ms: 231.7')).toMatchObject({ cause: 'unrealistic-expectation' });
  });
});
