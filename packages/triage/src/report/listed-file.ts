import type { Report, ReportFailure, ReportTest } from './report.js';

/** What a report tells of one test file in one project: its failures, then the tests that have none. */
export interface ListedFile {
  readonly file: string | null;
  readonly project: string | null;
  readonly failures: readonly ReportFailure[];
  readonly tests: readonly ReportTest[];
}

interface OpenFile extends ListedFile {
  readonly failures: ReportFailure[];
  readonly tests: ReportTest[];
}

/** All that a report lists, file by file. Passed tests are among it where the report names them. */
export const listedFiles = ({ failures, tests = [] }: Report): readonly ListedFile[] => {
  const files = new Map<string, OpenFile>();
  const open = ({ file, project }: Pick<ListedFile, 'file' | 'project'>): OpenFile => {
    const key = `${project ?? ''}\0${file ?? ''}`;
    const known = files.get(key);
    if (known !== undefined) return known;
    const made = { file, project, failures: [], tests: [] };
    files.set(key, made);
    return made;
  };
  for (const failure of failures) open(failure).failures.push(failure);
  for (const test of tests) open(test).tests.push(test);
  return [...files.values()];
};
