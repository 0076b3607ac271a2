import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EvidenceRecord, serialiseRecord, type TestEndRecord } from '../src/index.js';

const evidence = (data: EvidenceRecord['data']): EvidenceRecord => ({
  kind: 'evidence',
  at: 1,
  name: 'a.fact',
  data,
});

const restore = (): void => {
  for (const prototype of [Object.prototype, Array.prototype, String.prototype]) {
    Reflect.deleteProperty(prototype, 'toJSON');
  }
  Reflect.deleteProperty(Object.prototype, 'polluted');
};

describe('serialiseRecord', () => {
  test('puts the kind first and the test second, whatever the order of the members', () => {
    const record: TestEndRecord = { at: 5, status: 'passed', attempt: 1, test: 7, kind: 'test-end' };
    expect(serialiseRecord(record)).toBe(
      '{"kind":"test-end","test":7,"at":5,"status":"passed","attempt":1}\n',
    );
  });

  test('says the same as JSON.stringify', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })), (data) => {
        const record = evidence(data as EvidenceRecord['data']);
        const line = serialiseRecord(record);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });

  test('is one line in the eyes of every reader', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('\n', '\r', '\u2028', '\u2029', '\0', '\x1b', '"', 'a', '\ud83d'),
        }),
        (text) => {
          const line = serialiseRecord(evidence({ text, [`k${text}`]: 1 }));
          expect(line.slice(0, -1)).not.toMatch(/[\n\r\u2028\u2029]/);
          expect(JSON.parse(line).data.text).toBe(text);
        },
      ),
    );
  });

  test('is not changed by what tests add to prototypes, nor by a replaced JSON.stringify', () => {
    const record = evidence({ list: [1, { deep: 'text' }], text: 'x' });
    const before = serialiseRecord(record);
    const { stringify } = JSON;
    for (const prototype of [Object.prototype, Array.prototype, String.prototype]) {
      Object.defineProperty(prototype, 'toJSON', { value: () => 'tampered', configurable: true });
    }
    Object.defineProperty(Object.prototype, 'polluted', { value: 1, enumerable: true, configurable: true });
    JSON.stringify = () => 'tampered';
    const during = serialiseRecord(record);
    JSON.stringify = stringify;
    restore();
    expect(during).toBe(before);
  });

  test('writes null for what JSON has no word for', () => {
    const line = serialiseRecord(evidence({ a: Number.NaN, b: Number.NEGATIVE_INFINITY, c: -0 }));
    expect(JSON.parse(line).data).toEqual({ a: null, b: null, c: 0 });
  });

  test('ends in a ring of values', () => {
    const ring: Record<string, never> = {};
    Object.assign(ring, { ring });
    expect(() => JSON.parse(serialiseRecord(evidence(ring)))).not.toThrow();
  });
});
