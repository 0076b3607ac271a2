import type { PassRate } from './report.js';

type Counts = ReadonlyMap<string, { readonly passed: number; readonly failed: number }>;

const MOST_FOLDERS = 20;

const split = (folder: string): readonly string[] => (folder === '.' ? [] : folder.split('/'));

const commonLevels = (folders: readonly (readonly string[])[]): number => {
  const [first = [], ...rest] = folders;
  let common = first.length;
  for (const folder of rest) {
    let level = 0;
    while (level < common && folder[level] === first[level]) level += 1;
    common = level;
  }
  return common;
};

/** Pass rates, best to worst; names without an executed test are left out. */
export const passRates = (counts: Counts): readonly PassRate[] =>
  [...counts]
    .filter(([, { passed, failed }]) => passed + failed > 0)
    .map(([name, { passed, failed }]) => ({ name, passed, failed, rate: passed / (passed + failed) }))
    .sort((left, right) => right.rate - left.rate || (left.name < right.name ? -1 : 1));

/**
 * Pass rates by folder: each folder that holds test files, or, where those are more than twenty, the deepest level
 * below their common folder that gives at most twenty.
 */
export const folderPassRates = (counts: Counts): readonly PassRate[] => {
  if (counts.size <= MOST_FOLDERS) return passRates(counts);
  const folders = [...counts].map(([name, count]) => ({ levels: split(name), count }));
  const common = commonLevels(folders.map(({ levels }) => levels));
  const deepest = Math.max(...folders.map(({ levels }) => levels.length));
  for (let depth = deepest - 1; depth > common; depth -= 1) {
    const folded = fold(folders, depth);
    if (folded.size <= MOST_FOLDERS || depth === common + 1) return passRates(folded);
  }
  return passRates(fold(folders, common + 1));
};

type Folder = {
  readonly levels: readonly string[];
  readonly count: { readonly passed: number; readonly failed: number };
};

const fold = (folders: readonly Folder[], depth: number): Map<string, { passed: number; failed: number }> => {
  const folded = new Map<string, { passed: number; failed: number }>();
  for (const { levels, count } of folders) {
    const name = levels.slice(0, depth).join('/') || '.';
    const known = folded.get(name) ?? { passed: 0, failed: 0 };
    folded.set(name, { passed: known.passed + count.passed, failed: known.failed + count.failed });
  }
  return folded;
};
