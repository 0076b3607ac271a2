import { join } from 'node:path';
import { type FileSystem, fileSystem } from '../session/file-system.js';
import { makeFolder } from '../session/make-folder.js';
import { readHistoryLine, runLine, tableIds, tableLine } from './history-line.js';
import type { History, HistoryRun, TestTable } from './history-run.js';
import type { HistoryRange, HistoryStore } from './history-store.js';

const TABLES = 'tests.jsonl';
/** Runs lie in a file for each month, so that old ones can be deleted whole. */
const MONTH = /^runs-(\d{4})-(\d{2})\.jsonl$/;
/** What keeps the history out of commits; whoever wants it in them deletes this file. */
const IGNORE = '.gitignore';

const monthFile = (time: number): string => `runs-${new Date(time).toISOString().slice(0, 7)}.jsonl`;

const writeAll = (files: FileSystem, descriptor: number, bytes: Uint8Array): void => {
  let done = 0;
  while (done < bytes.length) done += files.write(descriptor, bytes, done, bytes.length - done);
};

/**
 * Adds lines at a file's end in one write, which the system keeps whole beside those of other processes. It begins with
 * a line break: if the process before was killed in the middle of a line, only that line is lost.
 */
const appendLines = (files: FileSystem, path: string, lines: readonly string[]): void => {
  const descriptor = files.open(path, 'a', 0o644);
  try {
    writeAll(files, descriptor, Buffer.from(`\n${lines.join('\n')}\n`));
  } finally {
    files.close(descriptor);
  }
};

interface Gathered {
  readonly tables: Map<string, TestTable>;
  readonly runs: Map<string, HistoryRun>;
  readonly gaps: string[];
}

/** The history in a folder of the project, without a server. */
export class FileHistoryStore implements HistoryStore {
  readonly #directory: string;
  readonly #files: FileSystem;

  /** @param directory absolute path; made when something is written */
  constructor(directory: string, files: FileSystem = fileSystem) {
    this.#directory = directory;
    this.#files = files;
  }

  knownTables(): ReadonlySet<string> {
    return tableIds(this.#text(TABLES));
  }

  append(tables: readonly TestTable[], run: HistoryRun): void {
    this.#makeDirectory();
    // Tables first: whoever sees the run can read it.
    if (tables.length > 0) this.#append(TABLES, tables.map(tableLine));
    this.#append(monthFile(run.startedAt), [runLine(run)]);
  }

  read({ since = 0, last = Number.POSITIVE_INFINITY }: HistoryRange = {}): History {
    const gathered: Gathered = { tables: new Map(), runs: new Map(), gaps: [] };
    this.#gather(TABLES, gathered);
    const first = since > 0 ? monthFile(since) : '';
    for (const month of this.#months().reverse()) {
      if (month < first || gathered.runs.size >= last) break;
      this.#gather(month, gathered, last - gathered.runs.size);
    }
    const runs = [...gathered.runs.values()]
      .filter(({ startedAt }) => startedAt >= since)
      .sort((left, right) => left.startedAt - right.startedAt || (left.id < right.id ? -1 : 1));
    return {
      tables: gathered.tables,
      runs: Number.isFinite(last) ? runs.slice(Math.max(0, runs.length - last)) : runs,
      gaps: gathered.gaps,
    };
  }

  /** Deletes the runs of all months that ended before this time. Gives the names of the files. */
  removeBefore(time: number): readonly string[] {
    const old = this.#months().filter((month) => month < monthFile(time));
    for (const month of old) this.#files.remove(join(this.#directory, month));
    return old;
  }

  #append(name: string, lines: readonly string[]): void {
    appendLines(this.#files, join(this.#directory, name), lines);
  }

  #makeDirectory(): void {
    if (this.#files.exists(this.#directory)) return;
    makeFolder(this.#directory, this.#files);
    try {
      const descriptor = this.#files.open(join(this.#directory, IGNORE), 'wx', 0o644);
      writeAll(this.#files, descriptor, Buffer.from('# Delete this file to commit the history.\n*\n'));
      this.#files.close(descriptor);
    } catch {
      // Another run was faster.
    }
  }

  #months(): string[] {
    try {
      return this.#files
        .list(this.#directory)
        .filter((name) => MONTH.test(name))
        .sort();
    } catch {
      return [];
    }
  }

  #text(name: string): string {
    try {
      return this.#files.readText(join(this.#directory, name), 'utf8');
    } catch (error) {
      const { code } = (error ?? {}) as { code?: unknown };
      if (code === 'ENOENT' || code === 'ENOTDIR') return '';
      throw error;
    }
  }

  /** @param wanted so many runs are enough; the latest lines are read first */
  #gather(name: string, { tables, runs, gaps }: Gathered, wanted = Number.POSITIVE_INFINITY): void {
    const lines = this.#text(name).split('\n');
    let damaged = 0;
    let taken = 0;
    // Runs that were going on at the same time may end in another order than they began; a few more are read.
    const most = wanted + 16;
    for (let index = lines.length - 1; index >= 0 && taken < most; index -= 1) {
      const line = lines[index] ?? '';
      if (line === '') continue;
      const read = readHistoryLine(line);
      if (read.kind === 'damaged') damaged += 1;
      else if (read.kind === 'table') tables.set(read.table.id, read.table);
      else if (read.kind === 'run') {
        // A report that was made anew was kept anew; the last word counts.
        if (!runs.has(read.run.id)) runs.set(read.run.id, read.run);
        taken += 1;
      }
    }
    if (damaged > 0) {
      gaps.push(
        `${name}: ${damaged} ${damaged === 1 ? 'line' : 'lines'} could not be read and ${damaged === 1 ? 'was' : 'were'} skipped`,
      );
    }
  }
}
