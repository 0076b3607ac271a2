import { stableId } from '../report/stable-id.js';
import type { TestTable } from './history-run.js';
import { TitleList } from './title-list.js';

/** @param titles see `TitleList` */
export const tableId = (file: string, project: string | undefined, titles: string): string =>
  stableId(`${project ?? ''}\0${file}\0${titles}`);

/** A table with the id that follows from it. */
export const createTable = (
  file: string,
  project: string | undefined,
  tests: readonly (readonly string[])[],
): TestTable => {
  const titles = new TitleList();
  for (const title of tests) titles.add(title.slice(0, -1), title.at(-1) ?? '');
  return {
    id: tableId(file, project, titles.text()),
    file,
    ...(project === undefined ? {} : { project }),
    tests,
  };
};
