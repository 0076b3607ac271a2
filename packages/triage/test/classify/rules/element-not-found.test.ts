import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../../failure.fixture.js';

const TEST = '/app/test/cart.test.tsx:14:52';
const LIBRARY = '/app/node_modules/@testing-library/dom/dist';

const judge = (...frames: readonly string[]) =>
  classify(
    failureOf({
      name: 'TestingLibraryElementError',
      message: 'Unable to find role="list"',
      stack: ['TestingLibraryElementError: Unable to find role="list"', ...frames, TEST].join('\n    at '),
    }),
  );

describe('an element that is not there', () => {
  it('is a race of the test that looked at once', () => {
    expect(judge(`Object.getElementError (${LIBRARY}/config.js:37:19)`)).toMatchObject({
      category: 'TEST_DESIGN',
      cause: 'race-in-test',
    });
  });

  it('leaves open whose it is where the test waited for it', () => {
    const { category, why } = judge(`waitForWrapper (${LIBRARY}/wait-for.js:163:27)`);
    expect(category).toBe('UNKNOWN');
    expect(why).toContain(
      'The test waited for an element, and it did not come within the limit of the wait.',
    );
  });

  it('is nothing of the kind where a test expects just that error', () => {
    const message = "expected 'done' to be 'Unable to find an element'";
    const { evidence } = classify(failureOf({ name: 'AssertionError', message }));
    expect(evidence.map(({ rule }) => rule)).not.toContain('element-not-found');
  });
});
