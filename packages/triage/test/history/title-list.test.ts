import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TitleList } from '../../src/history/title-list.js';

describe('TitleList', () => {
  it('makes a line of each test, whatever the groups', () => {
    const level = fc.constantFrom('a', 'b', '');
    const test = fc.record({ levels: fc.array(level, { maxLength: 3 }), name: fc.string() });
    fc.assert(
      fc.property(fc.array(test), (tests) => {
        const list = new TitleList();
        for (const { levels, name } of tests) list.add(levels, name);
        const lines = tests.map(({ levels, name }) => `${[...levels, name].join('\0')}\n`);
        expect(list.text()).toBe(lines.join(''));
      }),
    );
  });
});
