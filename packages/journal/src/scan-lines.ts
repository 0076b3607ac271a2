import type { ByteSource } from './byte-source.js';

const CHUNK_BYTES = 65_536;
/** No record comes near it: a longer line is none. */
const LONGEST_LINE_BYTES = 16_777_216;

// As they are when this module loads: tests that run in the reporter's own process patch the real ones.
const decode = Buffer.prototype.toString;
const allocate = Buffer.allocUnsafe;
const bytesOf = Buffer.from;

const BEYOND_ASCII = /[\x80-\xFF]/;

/**
 * A line without its line break: `text` from `start` to before `end`, where each byte is one unit; `decodeLine`
 * gives what it says. A visitor that takes further lines with this one gives where the next one begins.
 */
export type LineVisitor = (text: string, start: number, end: number, position: number) => number | undefined;

/** The words of a line that `scanLines` gave byte by byte. */
export const decodeLine = (bytes: string): string => {
  if (!BEYOND_ASCII.test(bytes)) return bytes;
  return decode.call(bytesOf(bytes, 'latin1'), 'utf8');
};

/** Visits the lines of a chunk that end in a line break; gives where the rest begins. */
const visitLines = (text: string, position: number, visit: LineVisitor): number => {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    const next = end > start ? visit(text, start, end, position + start) : undefined;
    start = next ?? end + 1;
  }
  return start;
};

/** The place after the line break that follows; the length of the source where none does. */
const afterLine = (source: ByteSource, chunk: Uint8Array, from: number): number => {
  let position = from;
  while (position < source.length) {
    const filled = source.read(chunk, position);
    if (filled <= 0) return source.length;
    const end = chunk.indexOf(0x0a);
    if (end >= 0 && end < filled) return position + end + 1;
    position += filled;
  }
  return source.length;
};

/** For the next source: a run can leave as many journals as it has test files. */
let spare: Buffer | undefined;

/**
 * Visits every line of a source that ends in a line break, in order, holding one chunk in memory. Empty
 * lines are passed over, and so is a last line without its break: its writer was cut off. A line that
 * is too long to be a record is visited as an empty one.
 */
export const scanLines = (source: ByteSource, visit: LineVisitor): void => {
  const first = spare ?? allocate(CHUNK_BYTES);
  spare = undefined;
  try {
    scanWith(first, source, visit);
  } finally {
    spare = first;
  }
};

const scanWith = (first: Buffer, source: ByteSource, visit: LineVisitor): void => {
  let chunk = first;
  let position = 0;
  let held = 0;
  while (position + held < source.length) {
    const count = source.read(chunk.subarray(held), position + held);
    if (count <= 0) return;
    const filled = held + count;
    const done = visitLines(decode.call(chunk, 'latin1', 0, filled), position, visit);
    position += done;
    held = filled - done;
    if (held >= LONGEST_LINE_BYTES) {
      const next = afterLine(source, chunk, position + held);
      if (next < source.length || endsInBreak(source)) visit('', 0, 0, position);
      position = next;
      held = 0;
    } else if (held === chunk.length) {
      const larger = allocate(chunk.length * 2);
      larger.set(chunk);
      chunk = larger;
    } else if (done > 0) {
      chunk.copyWithin(0, done, filled);
    }
  }
};

const endsInBreak = (source: ByteSource): boolean => {
  const last = new Uint8Array(1);
  return source.read(last, source.length - 1) === 1 && last[0] === 0x0a;
};

/** The text of the line that begins at a position; empty where there is none. */
export const lineAt = (source: ByteSource, position: number): string => {
  for (let size = 2_048; size <= LONGEST_LINE_BYTES * 2; size *= 4) {
    const bytes = allocate(Math.min(size, source.length - position));
    const filled = source.read(bytes, position);
    const end = bytes.subarray(0, filled).indexOf(0x0a);
    if (end >= 0) return decode.call(bytes, 'utf8', 0, end);
    if (filled < size) return '';
  }
  return '';
};
