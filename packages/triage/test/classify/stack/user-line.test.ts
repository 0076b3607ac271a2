import { describe, expect, it } from 'vitest';
import { userLine } from '../../../src/classify/stack/user-line.js';
import { failureOf } from '../failure-of.js';

const at = (stack: string, file?: string) =>
  userLine(failureOf({ message: 'x', stack, ...(file === undefined ? {} : { file }) }));

describe('the line that a failure points at', () => {
  it('is the innermost one in the failing test file', () => {
    const stack =
      'Error: x\n    at check (/app/test/support/check.ts:2:2)\n    at /app/test/a.test.ts:9:3\n    at /app/test/a.test.ts:20:1';
    expect(at(stack, 'test/a.test.ts')).toEqual({ file: 'test/a.test.ts', line: 9, column: 3 });
  });

  it('is one in another test file where the failing one has none', () => {
    expect(at('Error: x\n    at check (/app/test/support/check.ts:2:5)', 'test/a.test.ts')).toEqual({
      file: '/app/test/support/check.ts',
      line: 2,
      column: 5,
    });
  });

  it('is read from Vitest’s own printing', () => {
    expect(at(' ❯ find src/store.ts:1:1\n ❯ test/a.test.ts:4:7', 'test/a.test.ts')).toMatchObject({
      line: 4,
    });
  });

  it('is unknown where no frame lies in a test', () => {
    expect(at('Error: x\n    at find (/app/src/store.ts:1:1)', 'test/a.test.ts')).toBeUndefined();
    expect(userLine(failureOf({ message: 'x' }))).toBeUndefined();
  });
});
