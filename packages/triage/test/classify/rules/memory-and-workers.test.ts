import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const rulesFor = (message: string) => classify(failureOf({ message })).evidence.map(({ rule }) => rule);

describe('memory and signals', () => {
  it.each([
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    'ENOMEM: not enough memory, mmap',
    'error: out of memory',
  ])('are the machine’s in the words of the system: %s', (message) => {
    expect(rulesFor(message)).toContain('process/heap');
  });

  it.each(['cache is out of memory slots', 'Killed 3 jobs'])(
    'are not what a product says of itself: %s',
    (message) => {
      expect(rulesFor(message).filter((rule) => rule.startsWith('process/'))).toEqual([]);
    },
  );
});
