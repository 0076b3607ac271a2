import { join } from 'node:path';
import { kill, pid } from 'node:process';
import { type FileSystem, fileSystem } from './file-system.js';
import { machineMark } from './machine-mark.js';
import { makeFolder } from './make-folder.js';

export interface OpenedRunDirectory {
  /** Absolute path. Empty where no directory could be made; then workers write nothing. */
  readonly path: string;
  /** What went wrong on the way, each a sentence. */
  readonly gaps: readonly string[];
  /** Removes it, and the folder around it where that is left empty. Never throws. */
  remove(): void;
}

const PREFIX = '.run-';
const TEMPORARY_PREFIX = 'holdfast-run-';
/** Process, place, and what makes the name unique. */
const NAME = /^(?:\.run|holdfast-run)-(\d+)-([a-z0-9]{8})-[\w-]+$/;

/** A run that has written nothing for so long is over, wherever its reporter was. */
const LONGEST_SILENCE_MS = 24 * 60 * 60 * 1000;

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? error);

const sendSignal = kill;
const now = Date.now;

/** Only a process that the system does not know is surely dead; one that may not be asked is alive. */
const isDead = (process: number): boolean => {
  try {
    sendSignal(process, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
};

const attempt = (action: () => void): void => {
  try {
    action();
  } catch {
    // Tidying is a courtesy: what cannot be removed stays.
  }
};

const lastWrite = (directory: string, files: FileSystem): number =>
  files
    .list(directory)
    .reduce(
      (latest, name) => Math.max(latest, files.stat(join(directory, name)).mtimeMs),
      files.stat(directory).mtimeMs,
    );

/**
 * Run directories of reporters that were killed before they could tidy up. Of one that another machine or container
 * opened nothing tells whether its reporter lives, but what it writes.
 */
const removeStale = (folder: string, mark: string, files: FileSystem): void => {
  for (const name of files.list(folder)) {
    const match = NAME.exec(name);
    if (match === null) continue;
    const owner = Number(match[1]);
    const path = join(folder, name);
    attempt(() => {
      const isOver =
        match[2] === mark
          ? owner !== pid && isDead(owner)
          : now() - lastWrite(path, files) > LONGEST_SILENCE_MS;
      if (isOver) files.removeTree(path, { recursive: true, force: true });
    });
  }
};

/** A run directory holds files alone, so that each needs one call; whatever else is in it goes with more. */
const removeRunDirectory = (path: string, files: FileSystem): void => {
  try {
    for (const name of files.list(path)) files.remove(join(path, name));
    files.removeDirectory(path);
  } catch {
    files.removeTree(path, { recursive: true, force: true });
  }
};

/**
 * Makes the directory that workers write their journals to: inside the output folder, so that nothing is
 * written elsewhere; in the system's temporary folder where the output folder cannot be written. Never throws.
 */
export const openRunDirectory = (
  outputDir: string,
  runId: string,
  files: FileSystem = fileSystem,
): OpenedRunDirectory => {
  const remover = (path: string, parent?: string) => () => {
    attempt(() => removeRunDirectory(path, files));
    if (parent !== undefined) attempt(() => files.removeDirectory(parent));
  };
  const mark = machineMark(files);
  const name = `${pid}-${mark}-${runId}-`;
  try {
    makeFolder(outputDir, files);
    attempt(() => removeStale(outputDir, mark, files));
    const path = files.makeTemporaryDirectory(join(outputDir, `${PREFIX}${name}`));
    return { path, gaps: [], remove: remover(path, outputDir) };
  } catch (error) {
    const why = codeOf(error);
    try {
      attempt(() => removeStale(files.temporaryFolder, mark, files));
      const path = files.makeTemporaryDirectory(join(files.temporaryFolder, `${TEMPORARY_PREFIX}${name}`));
      const gap = `The output folder ${outputDir} cannot be written (${why}); the journals of this run lay in the temporary folder`;
      return { path, gaps: [gap], remove: remover(path) };
    } catch (second) {
      const gap = `No folder for the journals could be made (${why}, ${codeOf(second)}); this report has the runner's word alone`;
      return { path: '', gaps: [gap], remove: () => {} };
    }
  }
};
