import { afterEach, expect, test, vi } from 'vitest';
import { evidence } from '../../src/index.js';

const SINK = Symbol.for('holdfast.jest.evidence');
const place = globalThis as Record<symbol, unknown>;

afterEach(() => {
  delete place[SINK];
});

test('a fact goes to the sink of the file', () => {
  const sink = vi.fn();
  place[SINK] = sink;
  evidence('pool.checkout', { waitedMs: 3 });
  expect(sink).toHaveBeenCalledExactlyOnceWith('pool.checkout', { waitedMs: 3 });
});

test('without a listener nothing happens', () => {
  expect(evidence('pool.checkout', {})).toBeUndefined();
});

test.each(['', 'two words', '.a', 'a..b', 3, undefined])('%j is no name', (name) => {
  expect(() => evidence(name as string, {})).toThrow(TypeError);
});

test.each([null, undefined, 3, 'text', [], new Map()])('%o is no data', (data) => {
  expect(() => evidence('a.b', data as never)).toThrow(/the data of 'a.b' must be a plain object/);
});
