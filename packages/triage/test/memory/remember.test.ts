import { describe, expect, it } from 'vitest';
import { remember } from '../../src/memory/remember.js';

const counted = (options: Parameters<typeof remember>[1]) => {
  const asked: string[] = [];
  const upper = remember((text) => {
    asked.push(text);
    return text.toUpperCase();
  }, options);
  return { asked, upper };
};

describe('remember', () => {
  it('asks once for a text that comes again', () => {
    const { asked, upper } = counted({ most: 10 });
    expect([upper('a'), upper('b'), upper('a')]).toEqual(['A', 'B', 'A']);
    expect(asked).toEqual(['a', 'b']);
  });

  it('keeps so many answers and gives the others all the same', () => {
    const { asked, upper } = counted({ most: 1 });
    expect([upper('a'), upper('b'), upper('b'), upper('a')]).toEqual(['A', 'B', 'B', 'A']);
    expect(asked).toEqual(['a', 'b', 'b']);
  });

  it('keeps nothing of texts that are too short or too long', () => {
    const { asked, upper } = counted({ most: 10, shortest: 2, longest: 3 });
    for (const text of ['a', 'a', 'abcd', 'abcd', 'ab', 'ab']) upper(text);
    expect(asked).toEqual(['a', 'a', 'abcd', 'abcd', 'ab']);
  });
});
