import { dirname, join, resolve } from 'node:path';
import { BRANCH_VARIABLES, COMMIT_VARIABLES } from './ci-revisions.data.js';

/** What was under test. */
export interface Revision {
  readonly commit?: string;
  readonly branch?: string;
}

/** Text of a file, or undefined where there is none. */
export type ReadText = (path: string) => string | undefined;

type Environment = Readonly<Record<string, string | undefined>>;

const named = (environment: Environment, names: readonly string[]): string | undefined =>
  names.map((name) => environment[name]?.trim()).find((value) => value !== undefined && value !== '');

const COMMIT = /^[0-9a-f]{40,64}$/;
const MOST_LEVELS = 64;

/** Folder of the repository's own files; a work tree's `.git` is a file that names it. */
const gitFolder = (directory: string, readText: ReadText): string | undefined => {
  let folder = directory;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const git = join(folder, '.git');
    if (readText(join(git, 'HEAD')) !== undefined) return git;
    const elsewhere = /^gitdir: (.+)$/m.exec(readText(git) ?? '')?.[1];
    if (elsewhere !== undefined) return resolve(folder, elsewhere.trim());
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  return undefined;
};

const commitOf = (reference: string, folder: string, readText: ReadText): string | undefined => {
  const common = readText(join(folder, 'commondir'))?.trim();
  const folders = common === undefined ? [folder] : [folder, resolve(folder, common)];
  for (const one of folders) {
    const loose = readText(join(one, ...reference.split('/')))?.trim();
    if (loose !== undefined && COMMIT.test(loose)) return loose;
    const lines = readText(join(one, 'packed-refs'))?.split('\n') ?? [];
    const packed = lines.find((line) => line.slice(line.indexOf(' ') + 1).trim() === reference);
    if (packed !== undefined) return packed.slice(0, packed.indexOf(' '));
  }
  return undefined;
};

/**
 * Commit and branch under test: what the CI service says, else what git's own files say. Starts no process, so that a
 * green run stays cheap. Members that are not known are absent.
 */
export const readRevision = (directory: string, environment: Environment, readText: ReadText): Revision => {
  const folder = gitFolder(directory, readText);
  const head = folder === undefined ? undefined : readText(join(folder, 'HEAD'))?.trim();
  const reference = /^ref: (.+)$/.exec(head ?? '')?.[1];
  const own =
    folder === undefined || head === undefined
      ? undefined
      : reference === undefined
        ? COMMIT.exec(head)?.[0]
        : commitOf(reference, folder, readText);
  const commit = named(environment, COMMIT_VARIABLES) ?? own;
  const branch = named(environment, BRANCH_VARIABLES) ?? reference?.replace(/^refs\/heads\//, '');
  return { ...(commit === undefined ? {} : { commit }), ...(branch === undefined ? {} : { branch }) };
};
