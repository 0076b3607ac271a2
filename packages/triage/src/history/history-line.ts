import { CATEGORIES, CAUSES, type Cause } from '@holdfast/journal';
import type {
  FileOutcomes,
  HistoryRun,
  HistoryVerdict,
  OtherFailure,
  RunFacts,
  TestFailure,
  TestTable,
} from './history-run.js';

const { stringify, parse } = JSON;

/** Version of the lines; a reader skips lines of a later one. */
export const HISTORY_VERSION = 1;

/** More different ones than causes exist are damaged. */
const MOST_VERDICTS = 200;

const verdictText = ({ category, cause }: HistoryVerdict): string => `${category}/${cause}`;

/** The line of a table, without a line break. The id stands at both ends, so that a torn line can be told at sight. */
export const tableLine = ({ id, file, project, tests }: TestTable): string =>
  stringify({ table: id, file, ...(project === undefined ? {} : { project }), tests, end: id });

const TABLE_BEGINS = '{"table":"';

/** Ids of the tables whose lines are whole, without reading their titles. */
export const tableIds = (text: string): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (!text.startsWith(TABLE_BEGINS, start)) continue;
    const from = start + TABLE_BEGINS.length;
    const id = text.slice(from, text.indexOf('"', from));
    if (text.endsWith(`"end":"${id}"}`, end)) ids.add(id);
  }
  return ids;
};

/** The line of a run, without a line break. */
export const runLine = ({ id, files, failures, others, ...facts }: HistoryRun): string =>
  stringify({
    run: id,
    version: HISTORY_VERSION,
    ...facts,
    files: files.map(({ table, outcomes }) => [table, outcomes]),
    failures: failures.map((failure) => [
      failure.file,
      failure.test,
      verdictText(failure),
      failure.fingerprint,
      failure.incident,
      failure.attempts,
      failure.durationMs,
    ]),
    others: others.map((other) => [
      other.kind,
      other.path,
      verdictText(other),
      other.fingerprint,
      other.incident,
    ]),
  });

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isIndex = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

type Judged = Pick<HistoryVerdict, 'category' | 'cause'>;

const judgedOf = (text: string): Judged => {
  const [name, cause] = text.split('/');
  const category = CATEGORIES.find((one) => one === name);
  const known = category && (CAUSES[category] as readonly Cause[]).find((one) => one === cause);
  // A verdict of a later version still was a failure.
  return category !== undefined && known !== undefined
    ? { category, cause: known }
    : { category: 'UNKNOWN', cause: 'unknown' };
};

/** The few verdicts there are come again and again. */
const judged = new Map<string, Judged>();

const readJudged = (text: string): Judged => {
  let found = judged.get(text);
  if (found === undefined) {
    found = judgedOf(text);
    if (judged.size < MOST_VERDICTS) judged.set(text, found);
  }
  return found;
};

type Row = readonly unknown[];

// By numbers, and member by member: a history of runs in which much failed has a hundred thousand of these rows.
const readFailure = (row: Row): TestFailure | undefined => {
  const file = row[0];
  const test = row[1];
  const text = row[2];
  const fingerprint = row[3];
  const incident = row[4];
  if (!isText(text) || !isText(fingerprint) || !isText(incident)) return undefined;
  if (!isIndex(file) || !isIndex(test)) return undefined;
  const { category, cause } = readJudged(text);
  const attempts = isIndex(row[5]) ? row[5] : 1;
  const durationMs = isAmount(row[6]) ? row[6] : null;
  return { category, cause, fingerprint, incident, file, test, attempts, durationMs };
};

const readOther = (row: Row): OtherFailure | undefined => {
  const [kind, path, text, fingerprint, incident] = row;
  if (!isText(text) || !isText(fingerprint) || !isText(incident) || !isText(kind)) return undefined;
  const { category, cause } = readJudged(text);
  const shown = isText(path) ? path : null;
  return { category, cause, fingerprint, incident, kind: kind as OtherFailure['kind'], path: shown };
};

const readRows = <T>(rows: unknown, read: (row: Row) => T | undefined): readonly T[] => {
  const found: T[] = [];
  if (!Array.isArray(rows)) return found;
  for (const row of rows) {
    const one = Array.isArray(row) ? read(row) : undefined;
    if (one !== undefined) found.push(one);
  }
  return found;
};

const NO_FILE: FileOutcomes = { table: '', outcomes: '' };

/** Failures name files by their places, so that a damaged one keeps its own. */
const readFiles = (rows: unknown): readonly FileOutcomes[] =>
  Array.isArray(rows)
    ? rows.map((row: unknown) =>
        Array.isArray(row) && isText(row[0]) && isText(row[1])
          ? { table: row[0], outcomes: row[1] }
          : NO_FILE,
      )
    : [];

const optionalText = (fields: Fields, names: readonly (keyof RunFacts)[]): Partial<RunFacts> =>
  Object.fromEntries(names.flatMap((name) => (isText(fields[name]) ? [[name, fields[name]]] : [])));

const readRun = (fields: Fields): HistoryRun | undefined => {
  const { run: id, version, startedAt, durationMs, runner, environment, ci, seed } = fields;
  if (!isText(id) || !isAmount(startedAt) || version !== HISTORY_VERSION) return undefined;
  return {
    id,
    startedAt,
    durationMs: isAmount(durationMs) ? durationMs : 0,
    runner: isText(runner) ? runner : '',
    environment: isText(environment) ? environment : '',
    ci: isText(ci) ? ci : null,
    ...optionalText(fields, ['commit', 'branch', 'shard', 'interrupted', 'repetition']),
    ...(isText(seed) || typeof seed === 'number' ? { seed } : {}),
    files: readFiles(fields.files),
    failures: readRows(fields.failures, readFailure),
    others: readRows(fields.others, readOther),
  };
};

const readTable = ({ table, file, project, tests }: Fields): TestTable | undefined => {
  if (!isText(table) || !isText(file) || !Array.isArray(tests)) return undefined;
  if (!tests.every((title) => Array.isArray(title) && title.length > 0 && title.every(isText)))
    return undefined;
  return { id: table, file, ...(isText(project) ? { project } : {}), tests };
};

/** What a line holds: `unknown` for one of a later version, `damaged` for one that is none. */
export type HistoryLine =
  | { readonly kind: 'table'; readonly table: TestTable }
  | { readonly kind: 'run'; readonly run: HistoryRun }
  | { readonly kind: 'unknown' | 'damaged' };

/** Reads one line. Never throws. */
export const readHistoryLine = (line: string): HistoryLine => {
  let fields: Fields;
  try {
    fields = parse(line) as Fields;
  } catch {
    return { kind: 'damaged' };
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return { kind: 'damaged' };
  if ('run' in fields) {
    const run = readRun(fields);
    if (run !== undefined) return { kind: 'run', run };
    return { kind: isAmount(fields.version) && fields.version > HISTORY_VERSION ? 'unknown' : 'damaged' };
  }
  if ('table' in fields) {
    const table = readTable(fields);
    return table === undefined ? { kind: 'damaged' } : { kind: 'table', table };
  }
  return { kind: 'unknown' };
};
