import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const judged = (sample: Parameters<typeof failureOf>[0]) => {
  const { category, cause } = classify(failureOf(sample));
  return `${category}/${cause}`;
};

describe('errors of Python and the BEAM', () => {
  it('a key that is missing in the product is a bug, and no setting', () => {
    const stack =
      "KeyError: 'price'\n    shop/cart.py:13: in total\n    tests/test_cart.py:23: in test_total";
    expect(judged({ name: 'KeyError', message: "'price'", stack, file: 'tests/test_cart.py' })).toBe(
      'BUG/type-error',
    );
  });

  it('the name of an environment variable as the key is a setting', () => {
    const stack = "KeyError: 'DATABASE_URL'\n    shop/settings.py:3: in load";
    expect(judged({ name: 'KeyError', message: "'DATABASE_URL'", stack })).toBe(
      'CONFIGURATION/missing-env-var',
    );
  });

  it('says nothing of one that a test raises itself', () => {
    const stack = "KeyError: 'price'\n    tests/test_cart.py:23: in test_total";
    expect(judged({ name: 'KeyError', message: "'price'", stack, file: 'tests/test_cart.py' })).toBe(
      'UNKNOWN/unknown',
    );
  });

  it('a port that is closed already outlived its test', () => {
    const stack =
      '** (ArgumentError) argument error\n    :erlang.port_connect(#Port<0.5>, #PID<0.195.0>)\n    test/a_test.exs:36: (test)';
    expect(judged({ name: 'ArgumentError', message: '** (ArgumentError) argument error', stack })).toBe(
      'TEST_DESIGN/leaked-handle',
    );
  });
});
