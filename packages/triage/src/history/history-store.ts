import type { History, HistoryRun, TestTable } from './history-run.js';

/** What is read of a store. */
export interface HistoryRange {
  /** Only runs that started at or after this, in milliseconds since 1970. @default all */
  readonly since?: number;
  /** Only so many of the latest runs. @default all */
  readonly last?: number;
}

/**
 * Where histories are kept. A store takes lines and never changes one; lines are told apart by their ids, and one that
 * comes twice counts once. So stores can be joined in any order, which is all that a store shared by several machines
 * needs: exchange what the other has not.
 *
 * Synchronous, because a run can end inside a signal handler; a store elsewhere collects here and exchanges later.
 */
export interface HistoryStore {
  /** Ids of the tables that need not be written again. */
  knownTables(): ReadonlySet<string>;
  /** Adds a run with the tables it refers to. After it returns, other processes can read both. @throws what the system throws */
  append(tables: readonly TestTable[], run: HistoryRun): void;
  /** Never throws for a damaged line: it is skipped and is a gap. */
  read(range?: HistoryRange): History;
}
