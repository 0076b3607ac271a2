import type { FailureKind } from '../failure.js';
import { membersOf, textOf } from './json/plain.js';

/** What a log that Holdfast wrote says beyond what its format has room for. */
export interface OwnWords {
  readonly title?: readonly string[];
  readonly kind?: FailureKind;
  readonly project?: string;
}

const KINDS: readonly FailureKind[] = ['test', 'hook', 'file', 'worker', 'unhandled', 'run'];

const isTitle = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string');

/** Takes only what is right: a log may hold these words and be somebody else's. */
export const ownWords = (value: unknown): OwnWords => {
  const { title, kind, project } = membersOf(value);
  const known = KINDS.find((name) => name === kind);
  const named = textOf(project);
  return {
    ...(isTitle(title) ? { title } : {}),
    ...(known === undefined ? {} : { kind: known }),
    ...(named === undefined ? {} : { project: named }),
  };
};
