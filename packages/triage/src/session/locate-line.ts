import { decidingError } from '../classify/deciding-error.js';
import { userLine } from '../classify/stack/user-line.js';
import type { LocatedFailure } from './located-failure.js';

export interface Position {
  readonly line: number | null;
  readonly column: number | null;
}

const NOWHERE: Position = { line: null, column: null };
const AFTER = /^:(\d+)(?::(\d+))?/;

/** First frame of a stack that lies in the file: found by its path, which is far cheaper than reading every frame. */
const inStack = (stack: string, file: string): Position | undefined => {
  for (let at = stack.indexOf(file); at >= 0; at = stack.indexOf(file, at + 1)) {
    const before = stack[at - 1];
    if (before !== undefined && /[\w.-]/.test(before)) continue;
    const match = AFTER.exec(stack.slice(at + file.length, at + file.length + 24));
    if (match !== null)
      return { line: Number(match[1]), column: match[2] === undefined ? null : Number(match[2]) };
  }
  return undefined;
};

/** Where in its test file a failure points at: what its stack says, else what the runner says. */
export const locateLine = ({ failure, runnerLine, runnerColumn }: LocatedFailure): Position => {
  const stack = decidingError(failure)?.stack;
  // An empty path would be found everywhere, for ever.
  if (stack !== undefined && failure.file !== undefined && failure.file !== '') {
    const direct = inStack(stack, failure.file);
    if (direct !== undefined) return direct;
    if (stack.includes('\\')) {
      const place = userLine(failure);
      if (place?.file === failure.file) return { line: place.line, column: place.column ?? null };
    }
  }
  return runnerLine === undefined ? NOWHERE : { line: runnerLine, column: runnerColumn ?? null };
};
