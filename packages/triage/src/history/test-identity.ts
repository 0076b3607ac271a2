import type { History, TestTable } from './history-run.js';

/** A test over all runs, whatever it was called. */
export interface TestIdentity {
  /** As it is called now. */
  readonly file: string;
  readonly project: string | null;
  readonly title: readonly string[];
  /** What it was called before, the latest first: file and title on one line. */
  readonly formerNames: readonly string[];
}

export interface Identities {
  readonly tests: readonly TestIdentity[];
  /** By table id: the index into `tests` of each test of the table. */
  readonly byTable: ReadonlyMap<string, Int32Array>;
}

/** One name of a test: project, file, title, and which of several tests of that title it is. */
interface Named {
  readonly index: number;
  readonly table: TestTable;
  readonly title: readonly string[];
  readonly occurrence: number;
  first: number;
  last: number;
  readonly fingerprints: Set<string>;
}

const nameOf = ({ table, title }: Named): string => [table.file, ...title].join(' > ');

const titleKey = (title: readonly string[]): string => title.join('\0');

/** Every name in the history, and when it was there. */
const collectNames = ({
  tables,
  runs,
}: History): { readonly names: Named[]; readonly byTable: Map<string, Int32Array> } => {
  const names: Named[] = [];
  const byKey = new Map<string, Named>();
  const byTable = new Map<string, Int32Array>();
  for (const table of tables.values()) {
    const seen = new Map<string, number>();
    const ids = Int32Array.from(table.tests, (title) => {
      const text = titleKey(title);
      const occurrence = seen.get(text) ?? 0;
      seen.set(text, occurrence + 1);
      const key = `${table.project ?? ''}\0${table.file}\0${occurrence}\0${text}`;
      let named = byKey.get(key);
      if (named === undefined) {
        named = {
          index: names.length,
          table,
          title,
          occurrence,
          first: Number.POSITIVE_INFINITY,
          last: -1,
          fingerprints: new Set(),
        };
        names.push(named);
        byKey.set(key, named);
      }
      return named.index;
    });
    byTable.set(table.id, ids);
  }
  // By table and not by test: there are a hundred times as many outcomes as mentions of a table.
  const spans = new Map<string, { readonly first: number; last: number }>();
  runs.forEach(({ files, failures }, run) => {
    for (const { table } of files) {
      const span = spans.get(table);
      if (span === undefined) spans.set(table, { first: run, last: run });
      else span.last = run;
    }
    for (const { file, test, fingerprint } of failures) {
      const id = byTable.get(files[file]?.table ?? '')?.[test];
      if (id !== undefined) names[id]?.fingerprints.add(fingerprint);
    }
  });
  for (const [table, { first, last }] of spans) {
    for (const id of byTable.get(table) ?? []) {
      const named = names[id];
      if (named === undefined) continue;
      named.first = Math.min(named.first, first);
      named.last = Math.max(named.last, last);
    }
  }
  return { names, byTable };
};

const sharesFingerprint = (one: Named, other: Named): boolean =>
  [...one.fingerprints].some((fingerprint) => other.fingerprints.has(fingerprint));

const isRename = (before: Named, after: Named): boolean => {
  if (before.table.project !== after.table.project || before.occurrence !== after.occurrence) return false;
  const sameFile = before.table.file === after.table.file;
  const sameTitle = titleKey(before.title) === titleKey(after.title);
  if (sameFile === sameTitle) return false;
  if (sharesFingerprint(before, after)) return true;
  // A file that moved whole takes all its titles along.
  return (
    sameTitle && before.table.tests.map(titleKey).join('\n') === after.table.tests.map(titleKey).join('\n')
  );
};

/** Names that were followed by another one, by index. A rename is believed only where it is the only candidate either way. */
const findRenames = (names: readonly Named[], latest: number): ReadonlyMap<number, number> => {
  const gone = names.filter(({ last }) => last >= 0 && last < latest);
  const came = names.filter(({ first }) => first > 0 && first !== Number.POSITIVE_INFINITY);
  const byFile = new Map<string, Named[]>();
  const byTitle = new Map<string, Named[]>();
  const add = (map: Map<string, Named[]>, key: string, named: Named) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [named]);
    else list.push(named);
  };
  for (const named of came) {
    add(byFile, named.table.file, named);
    add(byTitle, titleKey(named.title), named);
  }
  const followers = new Map<number, number[]>();
  const leaders = new Map<number, number>();
  for (const before of gone) {
    const candidates = [
      ...(byFile.get(before.table.file) ?? []),
      ...(byTitle.get(titleKey(before.title)) ?? []),
    ];
    const found = [...new Set(candidates)].filter(
      (after) => after.first > before.last && isRename(before, after),
    );
    followers.set(
      before.index,
      found.map(({ index }) => index),
    );
    for (const { index } of found) leaders.set(index, (leaders.get(index) ?? 0) + 1);
  }
  const renames = new Map<number, number>();
  for (const [before, after] of followers) {
    const [only] = after;
    if (after.length === 1 && only !== undefined && leaders.get(only) === 1) renames.set(before, only);
  }
  return renames;
};

/**
 * Tells tests apart by project, file and full title, and follows them through renames: a test of which only the title or
 * only the file has changed is the same one where it fails with the same fingerprint, or where its file moved as it is.
 */
export const identifyTests = (history: History): Identities => {
  const { names, byTable } = collectNames(history);
  const renames = findRenames(names, history.runs.length - 1);
  const finalOf = (index: number): number => {
    let current = index;
    // A rename leads forward in time, so that there is an end.
    for (let next = renames.get(current); next !== undefined; next = renames.get(current)) current = next;
    return current;
  };
  const former = new Map<number, string[]>();
  for (const before of [...renames.keys()].sort(
    (left, right) => (names[right]?.last ?? 0) - (names[left]?.last ?? 0),
  )) {
    const named = names[before];
    const final = finalOf(before);
    if (named !== undefined) former.set(final, [...(former.get(final) ?? []), nameOf(named)]);
  }
  const tests: TestIdentity[] = [];
  const newIndex = new Map<number, number>();
  for (const { index, table, title } of names) {
    if (renames.has(index)) continue;
    newIndex.set(index, tests.length);
    tests.push({
      file: table.file,
      project: table.project ?? null,
      title,
      formerNames: former.get(index) ?? [],
    });
  }
  const mapped = new Map(
    [...byTable].map(([table, ids]) => [table, ids.map((id) => newIndex.get(finalOf(id)) ?? 0)] as const),
  );
  return { tests, byTable: mapped };
};
