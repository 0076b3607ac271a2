import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeywordScan } from '../../src/classify/keyword-scan.js';

const found = (words: readonly (readonly string[])[], text: string): number[] => {
  const scan = new KeywordScan(words);
  const rules = scan.scan(text);
  expect(scan.scan(text)).toEqual(rules);
  expect(rules).toEqual([...rules].sort((left, right) => left - right));
  return words.map((_, rule) => (rules.includes(rule) ? 1 : 0));
};

it('finds words inside and behind each other, in any case', () => {
  expect(found([['he'], ['she'], ['hers', 'zz'], ['his']], 'uSHErs')).toEqual([1, 1, 1, 0]);
});

it('does not find a word across a character that is not ASCII', () => {
  expect(found([['ab']], 'aéb')).toEqual([0]);
});

it('refuses a word that is not ASCII, and never finds an empty list', () => {
  expect(() => new KeywordScan([['é']])).toThrow(/ASCII/);
  expect(found([[]], 'anything')).toEqual([0]);
});

it('finds exactly what a search word by word finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C', ' ', ':'), minLength: 1, maxLength: 6 });
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'c', ' ', ':', 'ü'), maxLength: 40 });
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 3 }), { maxLength: 6 }), text, (words, given) => {
      const plain = words.map((list) =>
        list.some((item) => given.toLowerCase().includes(item.toLowerCase())) ? 1 : 0,
      );
      expect(found(words, given)).toEqual(plain);
    }),
    { numRuns: 500 },
  );
});

it('puts what is found between what is given', () => {
  const scan = new KeywordScan([['a'], [], ['b'], ['c'], []]);
  expect(scan.scan('b and a', [1, 4])).toEqual([0, 1, 2, 4]);
});

it('does not find in a text what the one before it had', () => {
  const scan = new KeywordScan([['order'], ['rder']]);
  expect(scan.scan('an order')).toEqual([0, 1]);
  expect(scan.scan('an or')).toEqual([]);
});
