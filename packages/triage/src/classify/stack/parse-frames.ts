import type { Frame } from './frame.js';
import { frameOwner } from './frame-owner.js';

const MOST_FRAMES = 40;

const V8 = /^\s*at (?:async )?(?:(.+?) \()?((?:[^()]|\([^()]*\))+?)(?::(\d+))?(?::(\d+))?\)?\s*$/;
const VITEST = /^\s*❯ (?:(.*?)\s+)?(\S+?):(\d+)(?::(\d+))?\s*$/;
const GECKO = /^\s*(.*?)@(\S+?):(\d+):(\d+)\s*$/;

const SCHEME =
  /^(?:file:\/\/\/(?=[A-Za-z]:)|file:\/\/|webpack-internal:\/\/\/(?:\.\/)?|webpack:\/\/[^/]*\/(?:\.\/)?|https?:\/\/[^/]+\/(?:@fs\/?)?)/;

/** A file as stacks print it, made one shape: forward slashes, no scheme, no query. */
export const cleanPath = (file: string): string => {
  const path = file.includes('\\') ? file.replace(/\\+/g, '/') : file;
  const withoutScheme = path.includes('://') ? path.replace(SCHEME, '') : path;
  const query = withoutScheme.search(/[?#]/);
  return query > 0 ? withoutScheme.slice(0, query) : withoutScheme;
};

const toNumber = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

const parseLine = (text: string): RegExpExecArray | null => {
  const trimmed = text.trimStart();
  if (trimmed.startsWith('at ')) return V8.exec(text);
  if (trimmed.startsWith('❯')) return VITEST.exec(text);
  return text.includes('@') ? GECKO.exec(text) : null;
};

/**
 * The frames of a stack as V8, Firefox, Safari or Vitest print it, at most 40, innermost first.
 * Lines that are no frames (a repeated message, a code excerpt) are left out.
 */
export const parseFrames = (stack: string, testFile?: string): readonly Frame[] => {
  const frames: Frame[] = [];
  for (const text of stack.split('\n')) {
    const match = parseLine(text);
    if (match === null) continue;
    const file = cleanPath(match[2] ?? '');
    const line = toNumber(match[3]);
    const column = toNumber(match[4]);
    const functionName = match[1];
    frames.push({
      owner: frameOwner(file, testFile),
      ...(file === '' ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(functionName ? { functionName } : {}),
    });
    if (frames.length === MOST_FRAMES) break;
  }
  return frames;
};
