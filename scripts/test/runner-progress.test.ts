import { expect, it } from 'vitest';
import { runnerProgress } from '../demo/runner-progress.mjs';

const counts = (...chunks: string[]) => {
  const seen: number[] = [];
  const follow = runnerProgress((count: number) => seen.push(count));
  for (const chunk of chunks) follow(chunk);
  return seen;
};

it('counts the files of Jest, in chunks that cut lines', () => {
  expect(counts('FAIL test/a.te', 'st.js (5.2 s)\n  ● a › b\nPASS test/b.test.js\n')).toEqual([1, 2]);
});

it('counts the files of Vitest, in colour', () => {
  expect(
    counts(' \u001b[32m✓\u001b[39m test/a.test.js (2 tests) 4ms\n ❯ test/b.test.js (1 test | 1 failed)\n'),
  ).toEqual([1, 2]);
});

it('counts a file once, though the summary names it again', () => {
  expect(counts('FAIL test/a.test.js\n', 'FAIL test/a.test.js\n')).toEqual([1]);
});
