import { textOf, textsOf } from './plain.js';

type Members = Readonly<Record<string, unknown>>;

const levelsOf = (suite: unknown, file: string | undefined): readonly string[] => {
  const levels = Array.isArray(suite) ? textsOf(suite) : (textOf(suite)?.split(' > ') ?? []);
  const [first] = levels;
  return first !== undefined && (file === first || file?.endsWith(`/${first}`) === true)
    ? levels.slice(1)
    : levels;
};

/** Test file of an entry of CTRF; older reporters spell the member in small letters. */
export const ctrfFile = (test: Members): string | undefined => textOf(test.filePath) ?? textOf(test.filepath);

/** Levels and title of an entry of CTRF: some reporters put the file before the levels, or the levels before the name. */
export const ctrfTitle = (test: Members): readonly string[] => {
  const name = textOf(test.name) ?? '';
  const levels = levelsOf(test.suite, ctrfFile(test));
  const prefix = `${levels.join(' ')} `;
  return [...levels, levels.length > 0 && name.startsWith(prefix) ? name.slice(prefix.length) : name];
};
