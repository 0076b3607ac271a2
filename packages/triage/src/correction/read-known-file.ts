import { join } from 'node:path';
import { type FileSystem, fileSystem } from '../session/file-system.js';
import { EMPTY_KNOWN_LIST, KNOWN_FILE, type KnownList, readKnownList } from './known-list.js';

export interface ReadKnown {
  readonly known: KnownList;
  /** Entries that are not right, each a sentence; they are left out. */
  readonly problems: readonly string[];
}

/** What the project's file says; nothing where there is no file. Never throws. */
export const readKnownFile = (
  rootDir: string,
  files: Pick<FileSystem, 'readText'> = fileSystem,
): ReadKnown => {
  let text: string;
  try {
    text = files.readText(join(rootDir, KNOWN_FILE), 'utf8');
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown };
    return {
      known: EMPTY_KNOWN_LIST,
      problems: code === 'ENOENT' ? [] : [`${KNOWN_FILE} could not be read (${String(code ?? error)})`],
    };
  }
  return readKnownList(text);
};
