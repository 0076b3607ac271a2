import { afterEach, expect, test } from 'vitest';
import { evidence } from '../../src/test-file/evidence.js';
import { EVIDENCE_SINK, type EvidenceSinkHolder } from '../../src/test-file/evidence-sink.js';

const holder = globalThis as EvidenceSinkHolder;

afterEach(() => {
  delete holder[EVIDENCE_SINK];
});

test('hands a fact to the set-up file, and does nothing without one', () => {
  const told: unknown[] = [];
  evidence('pool.checkout', { size: 1 });
  holder[EVIDENCE_SINK] = (...fact) => told.push(fact);
  evidence('pool.checkout', { size: 2 });
  expect(told).toEqual([['pool.checkout', { size: 2 }]]);
});

test.each(['', 'has space', '.dot', 7])('refuses the name %j', (name) => {
  expect(() => evidence(name as string, {})).toThrow(TypeError);
});

test.each([undefined, null, 'text', [1]])('refuses the data %j', (data) => {
  expect(() => evidence('a.b', data as never)).toThrow(/'a.b' must be a plain object/);
});
