import { afterEach, expect, test, vi } from 'vitest';
import { evidence } from '../src/evidence.js';
import { openEvidence } from '../src/evidence-sink.js';

afterEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('holdfast.evidence'));
});

test('a fact goes to the sink of the file', () => {
  const sink = vi.fn();
  openEvidence(globalThis, sink);
  evidence('pool.checkout', { waitedMs: 3 });
  expect(sink).toHaveBeenCalledExactlyOnceWith('pool.checkout', { waitedMs: 3 });
});

test('without a listener nothing happens', () => {
  expect(evidence('pool.checkout', {})).toBeUndefined();
});

test('a sink that throws does not fail the test', () => {
  openEvidence(globalThis, () => {
    throw new Error('no such test');
  });
  expect(() => evidence('pool.checkout', {})).not.toThrow();
});

test.each(['', 'two words', '.a', 'a..b', 3, undefined])('%j is no name', (name) => {
  expect(() => evidence(name as string, {})).toThrow(TypeError);
});

test.each([null, undefined, 3, 'text', [], new Map()])('%o is no data', (data) => {
  expect(() => evidence('a.b', data as never)).toThrow(/the data of 'a.b' must be a plain object/);
});
