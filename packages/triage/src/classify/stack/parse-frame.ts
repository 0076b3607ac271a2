import type { Frame } from './frame.js';
import { frameOwner } from './frame-owner.js';
import { parseForeignFrame } from './parse-foreign-frame.js';

const SCHEME =
  /^(?:file:\/\/\/(?=[A-Za-z]:)|file:\/\/|webpack-internal:\/\/\/(?:\.\/)?|webpack:\/\/[^/]*\/(?:\.\/)?|https?:\/\/[^/]+\/(?:@fs\/?)?)/;

/** A file as stacks print it, made one shape: forward slashes, no scheme, no query. */
export const cleanPath = (file: string): string => {
  const path = file.includes('\\') ? file.replace(/\\+/g, '/') : file;
  const withoutScheme = path.includes('://') ? path.replace(SCHEME, '') : path;
  const query = withoutScheme.indexOf('?');
  return query > 0 ? withoutScheme.slice(0, query) : withoutScheme;
};

/** The number that ends a text after a colon, and where that colon is; undefined where there is none. */
const trailingNumber = (text: string): { readonly value: number; readonly colon: number } | undefined => {
  const colon = text.lastIndexOf(':');
  if (colon < 0 || colon === text.length - 1) return undefined;
  let value = 0;
  for (let index = colon + 1; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return { value, colon };
};

const frameAt = (place: string, functionName: string, testFile: string | undefined): Frame => {
  const last = trailingNumber(place);
  const first = last === undefined ? undefined : trailingNumber(place.slice(0, last.colon));
  const end = first?.colon ?? last?.colon ?? place.length;
  const file = cleanPath(place.slice(0, end));
  const line = first?.value ?? last?.value;
  return {
    owner: frameOwner(file, testFile),
    ...(file === '' ? undefined : { file }),
    ...(line === undefined ? undefined : { line }),
    ...(first === undefined ? undefined : { column: last?.value as number }),
    ...(functionName === '' ? undefined : { functionName }),
  };
};

/** `at name (place)`, `at place`, `at async name (place)`. */
const parseV8 = (text: string, testFile: string | undefined): Frame => {
  const call = text.startsWith('at async ') ? text.slice(9) : text.slice(3);
  const open = call.endsWith(')') ? call.indexOf(' (') : -1;
  return open < 0
    ? frameAt(call, '', testFile)
    : frameAt(call.slice(open + 2, -1), call.slice(0, open), testFile);
};

/** `❯ name place` or `❯ place`, as Vitest prints it. */
const parseVitest = (text: string, testFile: string | undefined): Frame | undefined => {
  const call = text.slice(1).trim();
  if (!/:\d+$/.test(call)) return undefined;
  const space = call.lastIndexOf(' ');
  return frameAt(call.slice(space + 1), space < 0 ? '' : call.slice(0, space).trim(), testFile);
};

/** `name@place`, as Firefox and Safari print it. */
const parseGecko = (text: string, testFile: string | undefined): Frame | undefined => {
  const match = /^(\S*?)@(\S+:\d+:\d+)$/.exec(text);
  return match === null ? undefined : frameAt(match[2] as string, match[1] as string, testFile);
};

/**
 * The frame that a line of a stack is, as V8, Firefox, Safari or Vitest print it; undefined for a line
 * that is none (a repeated message, a code excerpt).
 */
export const parseFrame = (line: string, testFile?: string): Frame | undefined => {
  const text = line.trim();
  if (text.startsWith('at ')) return parseV8(text, testFile);
  if (text.startsWith('❯')) return parseVitest(text, testFile);
  if (text.includes('@')) return parseGecko(text, testFile);
  return text.includes(': ') ? parseForeignFrame(text, testFile) : undefined;
};
