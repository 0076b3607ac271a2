import { CATEGORIES, CAUSES, type Cause } from '@holdfast/journal';
import type {
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

const readVerdict = (text: unknown, fingerprint: unknown, incident: unknown): HistoryVerdict | undefined => {
  if (!isText(text) || !isText(fingerprint) || !isText(incident)) return undefined;
  let found = judged.get(text);
  if (found === undefined) {
    found = judgedOf(text);
    if (judged.size < MOST_VERDICTS) judged.set(text, found);
  }
  return { category: found.category, cause: found.cause, fingerprint, incident };
};

const readFailure = (row: unknown): TestFailure | undefined => {
  if (!Array.isArray(row)) return undefined;
  const [file, test, text, fingerprint, incident, attempts, durationMs] = row as unknown[];
  const verdict = readVerdict(text, fingerprint, incident);
  if (verdict === undefined || !isIndex(file) || !isIndex(test)) return undefined;
  return {
    ...verdict,
    file,
    test,
    attempts: isIndex(attempts) ? attempts : 1,
    durationMs: isAmount(durationMs) ? durationMs : null,
  };
};

const readOther = (row: unknown): OtherFailure | undefined => {
  if (!Array.isArray(row)) return undefined;
  const [kind, path, text, fingerprint, incident] = row as unknown[];
  const verdict = readVerdict(text, fingerprint, incident);
  if (verdict === undefined || !isText(kind)) return undefined;
  return { ...verdict, kind: kind as OtherFailure['kind'], path: isText(path) ? path : null };
};

const list = <T>(rows: unknown, read: (row: unknown) => T | undefined): readonly T[] =>
  Array.isArray(rows) ? rows.flatMap((row) => read(row) ?? []) : [];

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
    files: list(fields.files, (row) =>
      Array.isArray(row) && isText(row[0]) && isText(row[1])
        ? { table: row[0], outcomes: row[1] }
        : { table: '', outcomes: '' },
    ),
    failures: list(fields.failures, readFailure),
    others: list(fields.others, readOther),
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
