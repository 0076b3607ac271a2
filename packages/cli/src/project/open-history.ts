import { resolve } from 'node:path';
import { DEFAULT_OPTIONS, FileHistoryStore } from '@holdfast/triage/analysis';

/** The history of the project in a folder. */
export const openHistory = (given: string | undefined, cwd: string): FileHistoryStore =>
  new FileHistoryStore(resolve(cwd, given ?? DEFAULT_OPTIONS.historyDir));
