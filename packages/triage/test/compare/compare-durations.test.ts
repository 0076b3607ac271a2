import { describe, expect, it } from 'vitest';
import { discoveries } from '../../src/compare/compare-durations.js';

describe('how many of several findings count', () => {
  // Benjamini and Hochberg's own example (1995), section 3.2: 15 probabilities, four found at 0.05.
  it('agrees with the published example', () => {
    const probabilities = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    expect(discoveries(probabilities, 0.05)).toBe(4);
  });

  it('is none of none, and all where all are certain', () => {
    expect(discoveries([], 0.05)).toBe(0);
    expect(discoveries([0, 0, 0], 0.05)).toBe(3);
    expect(discoveries([0.9], 0.05)).toBe(0);
  });
});
