import type { ByteSource } from './byte-source.js';

const NEWLINE = 0x0a;
const CHUNK_BYTES = 262_144;
/** No record comes near it: a longer line is none. */
export const LONGEST_LINE_BYTES = 16_777_216;

/** A line without its line break: `bytes[start]` to `bytes[end - 1]`, valid during the call alone. */
export type LineVisitor = (bytes: Uint8Array, start: number, end: number, position: number) => void;

/**
 * Visits every line of a source that ends in a line break, in order, holding one chunk in memory. Empty
 * lines are passed over, and so is a last line without its break: its writer was cut off. A line that
 * is too long to be a record is visited as an empty one.
 */
export const scanLines = (source: ByteSource, visit: LineVisitor): void => {
  let chunk = new Uint8Array(Math.min(CHUNK_BYTES, source.length));
  let held = 0;
  let position = 0;
  let skipping = false;
  while (position + held < source.length) {
    const count = source.read(chunk.subarray(held), position + held);
    if (count <= 0) return;
    const filled = held + count;
    let start = 0;
    let end = chunk.indexOf(NEWLINE, held);
    while (end >= 0 && end < filled) {
      if (skipping) visit(chunk, start, start, position + start);
      else if (end > start) visit(chunk, start, end, position + start);
      skipping = false;
      start = end + 1;
      end = chunk.indexOf(NEWLINE, start);
    }
    held = filled - start;
    position += start;
    if (skipping || held > LONGEST_LINE_BYTES) {
      skipping = true;
      position += held;
      held = 0;
    } else if (held === chunk.length) {
      const larger = new Uint8Array(chunk.length * 2);
      larger.set(chunk);
      chunk = larger;
    } else {
      chunk.copyWithin(0, start, filled);
    }
  }
};

/** The text of the line that begins at a position; empty where there is none. */
export const lineAt = (source: ByteSource, position: number): string => {
  for (let size = 2_048; size <= LONGEST_LINE_BYTES * 2; size *= 4) {
    const bytes = new Uint8Array(Math.min(size, source.length - position));
    const filled = source.read(bytes, position);
    const end = bytes.subarray(0, filled).indexOf(NEWLINE);
    if (end >= 0) return new TextDecoder().decode(bytes.subarray(0, end));
    if (filled < size) return '';
  }
  return '';
};
