import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitStacks } from '../../src/translate/split-stacks.js';

const frame = fc.nat().map((line) => `    at fn (/project/a.test.js:${line}:1)`);
const word = fc.stringMatching(/^[a-z]{1,12}$/);
const stack = fc
  .record({
    head: fc.array(word, { minLength: 1, maxLength: 3 }),
    frames: fc.array(frame, { minLength: 1, maxLength: 4 }),
  })
  .map(({ head, frames }) => [`Error: ${head.join('\n')}`, ...frames].join('\n'));

test('stacks that were joined come apart again', () => {
  fc.assert(
    fc.property(fc.array(stack, { maxLength: 6 }), (stacks) => {
      expect(splitStacks(stacks.join('\n'))).toEqual(stacks);
    }),
  );
});

test('a cause stays with its error', () => {
  const whole = 'Error: outer\n    at a.js:1:1\n\n[cause]: Error: inner\nsecond line\n    at b.js:1:1';
  expect(splitStacks(`${whole}\nError: next\n    at c.js:1:1`)).toEqual([
    whole,
    'Error: next\n    at c.js:1:1',
  ]);
});

test('any text gives stacks that hold all of its visible lines', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const lines = (one: string) =>
        one
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => line.trimEnd());
      expect(splitStacks(text).flatMap(lines)).toEqual(lines(text));
    }),
  );
});
