import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ByteSource, bytesSource } from '../src/byte-source.js';
import { decodeLine, lineAt, scanLines } from '../src/scan-lines.js';

const encoder = new TextEncoder();

const scan = (source: ByteSource): { lines: string[]; positions: number[] } => {
  const lines: string[] = [];
  const positions: number[] = [];
  scanLines(source, (text, start, end, position) => {
    lines.push(decodeLine(text.slice(start, end)));
    positions.push(position);
    return undefined;
  });
  return { lines, positions };
};

/** A source that gives few bytes at a time, as a slow disk may. */
const stingy = (bytes: Uint8Array, most: number): ByteSource => {
  const whole = bytesSource(bytes);
  return { length: whole.length, read: (target, position) => whole.read(target.subarray(0, most), position) };
};

test('every line that has its break is visited, however the bytes come', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', '\n') }),
      fc.integer({ min: 1, max: 9 }),
      (text, most) => {
        const bytes = encoder.encode(text);
        const expected = text
          .split('\n')
          .slice(0, -1)
          .filter((line) => line !== '');
        const { lines, positions } = scan(stingy(bytes, most));
        expect(lines).toEqual(expected);
        expect(positions.map((position) => lineAt(bytesSource(bytes), position))).toEqual(expected);
      },
    ),
  );
});

test('a visitor that takes two lines at once is asked for the one after them', () => {
  const seen: string[] = [];
  scanLines(bytesSource(encoder.encode('a\nb\nc\n')), (text, start, end) => {
    seen.push(text.slice(start, end));
    return seen.length === 1 ? text.indexOf('c') : undefined;
  });
  expect(seen).toEqual(['a', 'c']);
});

test('lines longer than a chunk are whole', () => {
  const long = 'x'.repeat(700_000);
  expect(scan(bytesSource(encoder.encode(`a\n${long}\nb\n`))).lines).toEqual(['a', long, 'b']);
});

test('a line too long to be a record is visited as an empty one', () => {
  const bytes = new Uint8Array(40_000_000).fill(0x78);
  bytes[0] = 0x0a;
  bytes.set(encoder.encode('\nafter\n'), bytes.length - 7);
  expect(scan(bytesSource(bytes)).lines).toEqual(['', 'after']);
});

test('a file that shrank while it was read ends the scan', () => {
  expect(scan({ length: 100, read: () => 0 }).lines).toEqual([]);
});
