import { Buffer } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

/** Bytes before a text that tell how it is encoded. */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const DECLARED = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/i;
/** What is no text at all, by its first bytes. */
const BINARIES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive; unpack it first'],
  [[0x1f, 0x8b], 'compressed with gzip; unpack it first'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
];

const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign);

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes.subarray(0, 200)) text += String.fromCharCode(byte);
  return text;
};

/** Every other byte is zero in the UTF-16 of western text without a mark. */
const zeroEncoding = (bytes: Uint8Array): string | undefined => {
  const head = bytes.subarray(0, 64);
  if (head.length < 4 || !head.includes(0)) return undefined;
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const half = Math.floor(head.length / 2) * 0.8;
  if ((zeros[1] ?? 0) >= half) return 'utf-16le';
  return (zeros[0] ?? 0) >= half ? 'utf-16be' : undefined;
};

/** What a file is that is no text, or undefined. */
export const binaryKind = (bytes: Uint8Array): string | undefined =>
  BINARIES.find(([signs]) => startsWith(bytes, signs))?.[1] ??
  (bytes.subarray(0, 1024).includes(0) &&
  zeroEncoding(bytes) === undefined &&
  MARKS.every(([signs]) => !startsWith(bytes, signs))
    ? 'not a text'
    : undefined);

/** Name of the encoding of a text that begins with these bytes: by its mark, its XML declaration, else UTF-8. */
export const encodingOf = (bytes: Uint8Array): string => {
  const mark = MARKS.find(([signs]) => startsWith(bytes, signs))?.[1];
  const found = mark ?? zeroEncoding(bytes) ?? DECLARED.exec(latin(bytes))?.[1]?.toLowerCase() ?? 'utf-8';
  return found;
};

const decodeAs = (encoding: string): ((bytes: Uint8Array, last: boolean) => string) => {
  const decoder = new TextDecoder(encoding);
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
};

/** Decodes pieces of bytes. What is no UTF-8 is read as Windows-1252 from there on, and that is told once. */
export class TextDecoding {
  readonly #broken: (linesBefore: number) => void;
  #decode: (bytes: Uint8Array, last: boolean) => string;

  /**
   * @param encoding as `encodingOf` tells it
   * @param broken called when bytes are met that UTF-8 does not have, with the number of lines of the piece before them
   * @throws RangeError where the encoding is not known
   */
  constructor(encoding: string, broken: (linesBefore: number) => void) {
    this.#broken = broken;
    const isUtf8 = encoding === 'utf-8' || encoding === 'utf8';
    this.#decode = isUtf8 ? this.#utf8() : decodeAs(encoding);
  }

  decode(bytes: Uint8Array): string {
    return this.#decode(bytes, false);
  }

  end(): string {
    return this.#decode(new Uint8Array(0), true);
  }

  /** Much quicker than a decoder that refuses what is no UTF-8. */
  #utf8(): (bytes: Uint8Array, last: boolean) => string {
    const decoder = new StringDecoder('utf8');
    let before = Buffer.alloc(0);
    return (bytes, last) => {
      const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const text = last ? decoder.end(piece) : decoder.write(piece);
      const tail = before;
      before = Buffer.from(piece.subarray(-2));
      // The sign for what cannot be decoded may also stand in the text itself.
      if (!text.includes('\uFFFD') || Buffer.concat([tail, piece]).includes('\uFFFD')) return text;
      this.#broken(text.slice(0, text.indexOf('\uFFFD')).split('\n').length - 1);
      this.#decode = decodeAs('windows-1252');
      return this.#decode(bytes, last);
    };
  }
}
