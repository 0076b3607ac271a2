import type { Argument, TextOption } from './command.js';

/** Where the reporter leaves its report, from the project's root. */
export const DEFAULT_REPORT = 'holdfast-report/report.json';

/** `--report FILE`, of commands that are about one run. */
export const REPORT_OPTION = {
  kind: 'text',
  value: 'FILE',
  summary: `the report, or a log of another tool (default: ${DEFAULT_REPORT})`,
} as const satisfies TextOption;

/** `--history DIR`, of commands that ask what earlier runs came to. */
export const HISTORY_OPTION = {
  kind: 'text',
  value: 'DIR',
  summary: 'folder of the history (default: .holdfast/history)',
} as const satisfies TextOption;

/** `ID`, of commands that are about one failure. */
export const FAILURE_ARGUMENT: Argument = {
  name: 'ID',
  summary: "a failure's or incident's id, or a part of file and title",
};
