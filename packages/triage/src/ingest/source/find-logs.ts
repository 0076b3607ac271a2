import { createReadStream, type Stats, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import type { LogSource } from './log-source.js';

/** Larger pieces cost memory, smaller ones time. */
const PIECE_BYTES = 128 * 1024;
const IN_FOLDERS = '**/*.{xml,json,tap,txt,log}';
const IGNORED = ['**/node_modules/**', '**/.git/**'];

export interface FoundLogs {
  readonly sources: readonly LogSource[];
  /** What was named and is not there, each a sentence. */
  readonly missing: readonly string[];
}

const statOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

const fileSource = (path: string, name: string, stats: Stats, named: boolean): LogSource => ({
  name,
  size: stats.size,
  modifiedAtMs: stats.mtimeMs,
  named,
  open: () => createReadStream(path, { highWaterMark: PIECE_BYTES }),
});

const isGlob = (text: string): boolean => /[*?[\]{}!]/.test(text);

const inFolder = async (folder: string, cwd: string, pattern: string): Promise<readonly string[]> => {
  const found = await glob(pattern, {
    cwd: folder,
    ignore: IGNORED,
    onlyFiles: true,
    dot: true,
    expandDirectories: false,
  });
  return found.sort().map((file) => relative(cwd, join(folder, file)) || file);
};

/**
 * The logs that arguments name: files, folders (all that may be a log in them), globs, and `-` for standard input.
 * @param cwd absolute path that relative ones begin at
 * @param written absolute path of a folder that reports are written to: found there, they would count all failures twice
 */
export const findLogs = async (
  wanted: readonly string[],
  cwd: string,
  stdin: AsyncIterable<Uint8Array>,
  written?: string,
): Promise<FoundLogs> => {
  const sources = new Map<string, LogSource>();
  const missing: string[] = [];
  const add = (name: string, named: boolean): boolean => {
    const path = resolve(cwd, name);
    const stats = statOf(path);
    if (stats === undefined) return false;
    if (!named && written !== undefined && path.startsWith(`${written}${sep}`)) return true;
    if (!sources.has(path)) sources.set(path, fileSource(path, name, stats, named));
    return true;
  };
  for (const name of wanted) {
    const path = resolve(cwd, name);
    const stats = name === '-' ? undefined : statOf(path);
    if (name === '-') sources.set('-', { name: 'standard input', named: true, open: () => stdin });
    else if (stats?.isDirectory() === true) {
      const files = await inFolder(path, cwd, IN_FOLDERS);
      if (files.length === 0) missing.push(`${name} holds no log (.xml, .json, .tap, .txt, .log)`);
      for (const file of files) add(file, false);
    } else if (stats !== undefined) add(name, true);
    else if (isGlob(name)) {
      const files = await inFolder(cwd, cwd, name.replaceAll('\\', '/'));
      if (files.length === 0) missing.push(`${name} matches no file`);
      for (const file of files) add(file, true);
    } else missing.push(`${name} does not exist`);
  }
  return { sources: [...sources.values()], missing };
};
