import { expect, it } from 'vitest';
import { matchRows } from '../demo/match-rows.mjs';

const verdict = { category: 'BUG', cause: 'other-bug', priority: 'high', standing: 'suspected' };
const row = (kind: string, file: string | null, ...title: string[]) => ({
  kind,
  file,
  title,
  incident: 'i',
  verdict,
});
const failure = (file: string, title: string | null) => ({
  file,
  title,
  category: 'BUG',
  cause: 'other-bug',
  reason: '',
});

it('finds a test by file and title', () => {
  const rows = [row('test', 'b', 'x'), row('test', 'a', 'x'), row('test', 'a', 'y')];
  const known = failure('a', 'x');
  const { found, unexpected } = matchRows([known], rows);
  expect(found.get(known)).toBe(rows[1]);
  expect(unexpected).toEqual([rows[0], rows[2]]);
});

it('finds what a runner charges to the block, the file or the worker', () => {
  for (const kind of ['hook', 'file', 'worker', 'unhandled']) {
    const known = failure('a', 'block > x');
    const other = row(kind, 'a', 'block');
    expect(matchRows([known], [other]).found.get(known)).toBe(other);
  }
});

it('never takes the row of another test, nor one row twice', () => {
  const known = [failure('a', 'x'), failure('a', 'y')];
  const { found, unexpected } = matchRows(known, [row('test', 'a', 'z'), row('hook', 'a')]);
  expect(found.size).toBe(1);
  expect(unexpected).toHaveLength(1);
});
