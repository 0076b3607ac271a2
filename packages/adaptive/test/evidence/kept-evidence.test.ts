import { beforeEach, expect, it } from 'vitest';
import { KeptEvidence } from '../../src/evidence/kept-evidence.js';

interface Attempt {
  readonly name: string;
}

const [first, second]: readonly [Attempt, Attempt] = [{ name: 'first' }, { name: 'second' }];
let written: [string | undefined, string, object][] = [];
let kept: KeptEvidence<Attempt>;

beforeEach(() => {
  written = [];
  kept = new KeptEvidence((attempt, name, data) => written.push([attempt?.name, name, data]));
});

it('writes what a failed attempt kept, and nothing of one that passed', () => {
  kept.keep(first, 'budget', { text: 'a' });
  kept.keep(second, 'budget', { text: 'b' });
  kept.ended(first, false);
  expect(written).toEqual([]);
  kept.ended(second, true);
  expect(written).toEqual([['second', 'budget', { text: 'b' }]]);
});

it('forgets an attempt with its end', () => {
  kept.keep(first, 'budget', { text: 'a' });
  kept.ended(first, false);
  kept.ended(first, true);
  expect(written).toEqual([]);
});

it('gives every attempt that fails what was kept while no test ran', () => {
  kept.keepForFile('budget', { text: 'file' });
  kept.ended(first, true);
  kept.ended(second, true);
  expect(written.map(([attempt]) => attempt)).toEqual(['first', 'second']);
});

it('charges the file, once, with what was kept while several tests ran', () => {
  kept.keepForSeveral('budget', { text: 'whose' });
  kept.ended(first, true);
  kept.ended(second, true);
  expect(written).toEqual([[undefined, 'budget', { text: 'whose' }]]);
});

it('charges the file where something fails that is no test', () => {
  kept.keepForFile('budget', { text: 'file' });
  kept.fileFailed();
  expect(written).toEqual([[undefined, 'budget', { text: 'file' }]]);
});

it('keeps equal facts once, and a hundred at most', () => {
  for (let index = 0; index < 300; index += 1) kept.keep(first, 'budget', { text: index % 150 });
  kept.ended(first, true);
  expect(written).toHaveLength(100);
  expect(new Set(written.map(([, , data]) => JSON.stringify(data))).size).toBe(100);
});
