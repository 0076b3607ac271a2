import { stableId } from '../report/stable-id.js';
import type { TestTable } from './history-run.js';

/** The id of a table, from the text of its titles. */
export const tableId = (file: string, project: string | undefined, titles: string): string =>
  stableId(`${project ?? ''}\0${file}\0${titles}`);

/** One test's part of the text that a table's id is made of. */
export const titleText = (levels: readonly string[], name: string): string =>
  levels.length === 0 ? `${name}\n` : `${levels.join('\0')}\0${name}\n`;

/** A table with the id that follows from it. */
export const createTable = (
  file: string,
  project: string | undefined,
  tests: readonly (readonly string[])[],
): TestTable => {
  const text = tests.map((title) => titleText(title.slice(0, -1), title.at(-1) ?? '')).join('');
  return {
    id: tableId(file, project, text),
    file,
    ...(project === undefined ? {} : { project }),
    tests,
  };
};
