import type { ErrorSnapshot } from '@holdfast/journal';
import { readError } from '../error/read-error.js';
import { given } from '../json/plain.js';
import type { LoggedTest } from '../log-sink.js';
import type { TapDiagnostics } from './tap-diagnostics.js';
import type { TapPoint } from './tap-point.js';

const PLACE = /^(.*?):(\d+)(?::(\d+))?$/;

/** node:test prints frames without `at`. */
const asFrames = (stack: string): string =>
  stack
    .split('\n')
    .map((line) => (/^\s*at /.test(line) || !/:\d+/.test(line) ? line : `    at ${line.trim()}`))
    .join('\n');

const errorOf = (said: TapDiagnostics): ErrorSnapshot => {
  const message = said.get('error') ?? said.get('message') ?? '';
  const stack = said.get('stack');
  const at = said.get('at');
  const frames = stack === undefined ? (at === undefined ? '' : `    at ${at}`) : asFrames(stack);
  // Some stacks begin with the message.
  const isWhole = stack !== undefined && /^\S*(?:Error|Exception)\b/.test(stack.trimStart());
  const text = isWhole ? frames : `${message}\n${frames}`.trim();
  const read = readError(text, { message, ...given('name', said.get('name')) });
  return {
    ...read,
    ...given('name', said.get('name') ?? read.name),
    ...given('code', said.get('code') ?? read.code),
    ...given('expected', said.get('expected') ?? said.get('wanted')),
    ...given('actual', said.get('actual') ?? said.get('found')),
  };
};

const withoutUrl = (path: string): string => path.replace(/^file:\/\//, '');

const placeOf = (said: TapDiagnostics): { readonly file?: string; readonly line?: number } => {
  const match = PLACE.exec(withoutUrl(said.get('location') ?? ''));
  return match === null ? {} : { file: match[1] as string, line: Number(match[2]) };
};

const looksLikeAFile = (name: string): boolean => /\.[cm]?[jt]sx?$/.test(name) && !/\s/.test(name);

/** File and levels of a point: an outermost level that is a file name is the file. */
const splitLevels = (levels: readonly string[]) => {
  const [first] = levels;
  return first !== undefined && looksLikeAFile(first)
    ? { file: first, title: levels.slice(1) }
    : { file: undefined, title: levels };
};

/** The test of a point that has no subtests. */
export const testOf = (point: TapPoint, parents: readonly string[], said: TapDiagnostics): LoggedTest => {
  // Vitest's flat TAP joins file, levels and title.
  const parts =
    parents.length === 0 && / > /.test(point.title) ? point.title.split(' > ') : [...parents, point.title];
  const { file, title } = splitLevels(parts);
  const place = placeOf(said);
  const durationMs = point.durationMs ?? Number(said.get('duration_ms') ?? Number.NaN);
  const status =
    point.directive === 'skip'
      ? 'skipped'
      : point.directive === 'todo'
        ? 'todo'
        : point.ok
          ? 'passed'
          : 'failed';
  const shared = {
    ...given('file', place.file ?? file),
    ...given('line', place.line),
    title,
    ...(Number.isFinite(durationMs) ? { durationMs } : {}),
  };
  if (status !== 'failed') return { ...shared, status };
  const isFile = title.length === 0;
  return {
    ...shared,
    ...(isFile ? { kind: 'file' as const, phase: 'load' as const } : {}),
    status,
    errors: [errorOf(said)],
  };
};

/**
 * A suite that failed for a reason of its own, and not because of its tests; undefined otherwise.
 */
export const suiteFailure = (
  point: TapPoint,
  parents: readonly string[],
  said: TapDiagnostics,
  failedInside: number,
): LoggedTest | undefined => {
  const type = said.get('failureType');
  if (point.ok || point.directive !== undefined || type === 'subtestsFailed') return undefined;
  if (failedInside > 0 && type !== 'hookFailed') return undefined;
  const test = testOf({ ...point, directive: undefined }, parents, said);
  const isTold = test.errors?.some(({ message }) => message !== '') === true;
  return {
    ...test,
    kind: test.kind ?? 'hook',
    phase: test.phase ?? 'beforeAll',
    ...(isTold
      ? {}
      : { errors: [{ message: 'The suite failed, and the log does not say why: a hook, most likely.' }] }),
  };
};
