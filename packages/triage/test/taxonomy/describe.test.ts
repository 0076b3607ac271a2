import { CATEGORIES, CAUSES } from '@holdfast/journal';
import { describe, expect, it } from 'vitest';
import { describeCategory, describeCause } from '../../src/taxonomy/describe.js';

const rows = CATEGORIES.flatMap((category) => CAUSES[category].map((cause) => ({ category, cause })));

describe('the description of', () => {
  it.each(rows)('$cause stands under $category, with a meaning and steps', ({ category, cause }) => {
    const { meaning, advice, ...description } = describeCause(cause);
    expect(description.category).toBe(category);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(advice.length).toBeGreaterThan(0);
    for (const step of advice) expect(step).toMatch(/[.?]$/);
  });

  it.each(CATEGORIES)('%s says who has to act', (category) => {
    expect(describeCategory(category).owner.length).toBeGreaterThan(3);
    expect(describeCategory(category).meaning).toMatch(/\.$/);
  });
});
