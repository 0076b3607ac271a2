import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf, type Sample } from '../failure-of.js';

const judge = (message: string, more: Partial<Sample> = {}) => {
  const { category, cause } = classify(failureOf({ message, name: 'TypeError', ...more }));
  return `${category}/${cause}`;
};
const inProduct = (message: string) => ({
  stack: `TypeError: ${message}\n    at Cart.total (/app/src/cart.ts:4:5)\n    at /app/test/cart.test.ts:9:2`,
});

describe('a value that is not what the code takes it for', () => {
  it.each([
    "Cannot read properties of undefined (reading 'price')",
    "Cannot read properties of null (reading 'price')",
    'this.items.total is not a function',
  ])('is the product’s where its code threw: %s', (message) => {
    expect(judge(message, inProduct(message))).toBe('BUG/type-error');
  });

  it('is the product’s where it is null and nobody tells whose code threw', () => {
    expect(judge("Cannot read properties of null (reading 'focus')")).toBe('BUG/type-error');
  });

  it('may be anybody’s where it is undefined and nobody tells whose code threw', () => {
    expect(judge("Cannot read properties of undefined (reading 'track')")).toBe('UNKNOWN/unknown');
  });

  it('may be a request’s or a mock’s where it is an answer, also in the product', () => {
    const message = "Cannot read properties of undefined (reading 'data')";
    expect(judge(message, inProduct(message))).toBe('UNKNOWN/unknown');
  });

  it('may be a mock’s or the product’s where a promise was to be', () => {
    const message = "Cannot read properties of undefined (reading 'then')";
    expect(judge(message, inProduct(message))).toBe('UNKNOWN/unknown');
  });

  it('is a mock’s where a hook gave nothing to a rendered component', () => {
    const message = "Cannot destructure property 'cart' of '(0 , _shop.useCart)(...)' as it is undefined.";
    expect(judge(message)).toBe('TEST_DESIGN/mock-gap');
  });

  it('may be a mock’s or the product’s where a component reads a member of nothing', () => {
    const message = "Cannot read properties of undefined (reading 'price')";
    expect(judge(message, { file: 'src/cart.test.tsx' })).toBe('UNKNOWN/unknown');
  });

  it('is that of other tests where it lacks its member in company alone', () => {
    const message = 'PRICES.all is not a function';
    expect(judge(message, { observed: { failsOnlyInFullRun: true } })).toBe('TEST_DESIGN/leaked-state');
  });

  it('may be anybody’s where it is no function and nobody tells whose code threw', () => {
    expect(judge('cart.total is not a function')).toBe('UNKNOWN/unknown');
  });

  it.each(['_ctx.$t is not a function', "Cannot read properties of undefined (reading '$store')"])(
    'is that of a plugin that the test does not install: %s',
    (message) => {
      expect(judge(message)).toBe('TEST_DESIGN/mock-gap');
    },
  );

  it.each([
    "Cannot read properties of undefined (reading 'getItem')",
    "Cannot read property 'setItem' of undefined",
    'localStorage.clear is not a function',
  ])('is the environment’s storage: %s', (message) => {
    expect(judge(message)).toBe('CONFIGURATION/version-mismatch');
  });
});

describe('a package that throws', () => {
  const message = "Cannot read properties of undefined (reading 'prototype')";

  it('while it is loaded does not fit', () => {
    const stack = [
      `TypeError: ${message}`,
      '    at Object.<anonymous> (node_modules/slow-thing/index.js:37:35)',
      '    at Object.<anonymous> (node_modules/other-thing/index.js:1:10)',
      '    at Object.<anonymous> (src/token.ts:1:1)',
    ].join('\n');
    expect(judge(message, { stack })).toBe('CONFIGURATION/version-mismatch');
  });

  it('when it is called may have been given the wrong thing', () => {
    const stack = [
      `TypeError: ${message}`,
      '    at compare (node_modules/slow-thing/index.js:37:35)',
      '    at sign (src/token.ts:8:1)',
    ].join('\n');
    expect(judge(message, { stack })).toBe('BUG/type-error');
  });
});
