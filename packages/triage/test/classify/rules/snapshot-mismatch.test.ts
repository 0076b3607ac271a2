import { expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

it('says the same of a snapshot in the words of either runner', () => {
  const vitest = classify(failureOf({ message: 'Snapshot `menu > lists 1` mismatched', name: 'Error' }));
  const jest = classify(
    failureOf({
      message:
        'expect(received).toMatchSnapshot()\n\nSnapshot name: `menu lists 1`\n\nSnapshot: "tea, mug"\nReceived: "tea, cup"',
    }),
  );
  expect([vitest.category, vitest.cause]).toEqual([jest.category, jest.cause]);
  expect(vitest.evidence.map(({ rule }) => rule)).toContain('snapshot-mismatch');
});
