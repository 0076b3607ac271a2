import { expect, it } from 'vitest';
import { summaryPart } from '../demo/summary-part.mjs';

it('is what Holdfast printed, without what the runner says before and after it', () => {
  const own = '\u001B[1mHoldfast\u001B[22m  1 test passed, 1 other failure\n\n● a server was left open';
  const banner = '\u001B[31m⎯⎯⎯⎯⎯⎯ Unhandled Errors ⎯⎯⎯⎯⎯⎯\u001B[39m';
  expect(summaryPart(`Test Files  1 passed\n${own}\n\n${banner}\nError: left open\n    at a.ts:1:2\n`)).toBe(
    own,
  );
  expect(summaryPart(`Test Files  1 passed\n${own}\n`)).toBe(own);
});

it('is nothing where Holdfast printed nothing', () => {
  expect(summaryPart('Test Files  1 passed\n')).toBeUndefined();
});
