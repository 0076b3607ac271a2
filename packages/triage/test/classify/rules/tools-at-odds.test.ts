import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const message = 'this._moduleMocker.clearMocksOnScope is not a function';
const runner = 'at Runtime.resetModules (/app/node_modules/jest-runtime/build/index.js:3784:28)';
const judged = (...frames: readonly string[]) =>
  classify(
    failureOf({
      message,
      name: 'TypeError',
      file: 'test/a.test.ts',
      stack: [`TypeError: ${message}`, ...frames].join('\n    '),
    }),
  );

describe('a TypeError', () => {
  it('of the runner within itself is of versions that do not fit', () => {
    expect(judged(runner)).toMatchObject({ category: 'CONFIGURATION', cause: 'version-mismatch' });
  });

  it('that a test brings the runner to is not', () => {
    expect(judged(runner, 'at /app/test/a.test.ts:3:1').category).not.toBe('CONFIGURATION');
  });

  it('of the product is the product’s', () => {
    expect(judged('at pay (/app/src/pay.ts:3:1)', 'at /app/test/a.test.ts:3:1')).toMatchObject({
      category: 'BUG',
      cause: 'type-error',
    });
  });

  it('that a dependency throws under the product is the product’s too', () => {
    const frames = ['at parse (/app/node_modules/parser/index.js:1:1)', 'at pay (/app/src/pay.ts:3:1)'];
    expect(judged(...frames).category).toBe('BUG');
  });

  it('of a dependency that the test calls itself is left open', () => {
    const frames = ['at parse (/app/node_modules/parser/index.js:1:1)', 'at /app/test/a.test.ts:3:1'];
    expect(judged(...frames).category).toBe('UNKNOWN');
  });

  it('over the mock that a module does not export is a gap of the mock', () => {
    const asked = {
      message: "Cannot read properties of undefined (reading 'mockReturnValue')",
      name: 'TypeError',
    };
    expect(classify(failureOf(asked))).toMatchObject({ category: 'TEST_DESIGN', cause: 'mock-gap' });
  });

  it.each([
    'jest.mocked is not a function',
    'jest.fn(...).mockName is not a function',
    "'undefined' is not a function (evaluating 'mocha.useColors(config.useColors)')",
  ])('that asks a test tool for what it does not have is of versions: %s', (asked) => {
    expect(
      classify(
        failureOf({
          message: asked,
          name: 'TypeError',
          stack: `TypeError: ${asked}\n    at /app/test/a.test.ts:3:1`,
          file: 'test/a.test.ts',
        }),
      ),
    ).toMatchObject({ category: 'CONFIGURATION', cause: 'version-mismatch' });
  });

  it('over the timers of an environment that is gone is the test’s', () => {
    const asked = "Cannot read property 'runAllTimers' of null";
    const stack = `TypeError: ${asked}\n    at Object.runAllTimers (/app/node_modules/jest-runtime/build/index.js:969:56)`;
    expect(classify(failureOf({ message: asked, name: 'TypeError', stack }))).toMatchObject({
      category: 'TEST_DESIGN',
    });
  });
});
