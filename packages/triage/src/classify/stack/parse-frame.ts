import type { Frame } from './frame.js';
import { frameOwner } from './frame-owner.js';
import { parseForeignFrame } from './parse-foreign-frame.js';

const SCHEME =
  /^(?:file:\/\/\/(?=[A-Za-z]:)|file:\/\/|webpack-internal:\/\/\/(?:\.\/)?|webpack:\/\/[^/]*\/(?:\.\/)?|https?:\/\/[^/]+\/(?:@fs\/?)?)/;

/** A file as stacks print it, made one shape: forward slashes, no scheme, no query. */
export const cleanPath = (file: string): string => {
  const path = file.indexOf('\\') < 0 ? file : file.replace(/\\+/g, '/');
  const withoutScheme = path.indexOf(':') >= 0 && path.includes('://') ? path.replace(SCHEME, '') : path;
  const query = withoutScheme.indexOf('?');
  return query > 0 ? withoutScheme.slice(0, query) : withoutScheme;
};

const ZERO = 48;
const COLON = 58;

/** Where the number begins that ends a text after a colon, with `end` as its end; -1 where there is none. */
const numberBefore = (text: string, end: number): number => {
  let at = end - 1;
  while (at >= 0 && isDigit(text.charCodeAt(at))) at -= 1;
  return at >= 0 && at < end - 1 && text.charCodeAt(at) === COLON ? at + 1 : -1;
};

const isDigit = (code: number): boolean => code >= ZERO && code < COLON;

/** The number between two places of a text; to make a text of its digits first would be dearer. */
const numberAt = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
};

const frameAt = (place: string, functionName: string, testFile: string | undefined): Frame => {
  const last = numberBefore(place, place.length);
  const first = last < 0 ? -1 : numberBefore(place, last - 1);
  const from = first < 0 ? last : first;
  const file = cleanPath(from < 0 ? place : place.slice(0, from - 1));
  const owner = frameOwner(file, testFile);
  const line = from < 0 ? undefined : numberAt(place, from, first < 0 ? place.length : last - 1);
  const column = first < 0 ? undefined : numberAt(place, last, place.length);
  // Most frames have a whole place; members that may be missing make an object dearer.
  if (file !== '' && line !== undefined && column !== undefined)
    return functionName === '' ? { owner, file, line, column } : { owner, file, line, column, functionName };
  return {
    owner,
    ...(file === '' ? undefined : { file }),
    ...(line === undefined ? undefined : { line }),
    ...(column === undefined ? undefined : { column }),
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
