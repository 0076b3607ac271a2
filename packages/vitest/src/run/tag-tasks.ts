import { relative } from 'node:path';
import type { ReportFailure, SessionResult } from '@holdfast/triage';
import type { HoldfastTaskMeta } from '../holdfast-task-meta.js';
import type { VitestFile, VitestSuite, VitestTask } from '../translate/vitest-task.js';

const metaOf = ({ verdict, incident }: ReportFailure): HoldfastTaskMeta => {
  const { category, cause, priority, standing, why } = verdict;
  return { category, cause, priority, standing, why, incident };
};

const tag = (task: VitestTask, failure: ReportFailure | undefined): void => {
  const { meta } = task as { meta?: { holdfast?: HoldfastTaskMeta } };
  if (meta === undefined) return;
  if (failure) meta.holdfast = metaOf(failure);
  else if (meta.holdfast) delete meta.holdfast;
};

const tagTests = (suite: VitestSuite, byId: ReadonlyMap<string, ReportFailure>): void => {
  for (const task of suite.tasks) {
    if (task.type === 'suite') tagTests(task, byId);
    else tag(task, byId.get(task.id));
  }
};

const keyOf = (project: string | null | undefined, file: string): string => `${project ?? ''}\0${file}`;

/**
 * Leaves verdicts on Vitest's own tasks, where reporters listed later find them.
 * @param rootDir absolute path that the report's paths start from
 */
export const tagTasks = (files: readonly VitestFile[], result: SessionResult, rootDir: string): void => {
  const ofFiles = new Map<string, ReportFailure>();
  for (const failure of result.report.failures) {
    if (failure.kind === 'test' || failure.file === null) continue;
    const key = keyOf(failure.project, failure.file);
    if (!ofFiles.has(key)) ofFiles.set(key, failure);
  }
  for (const file of files) {
    const path = relative(rootDir, file.filepath).replaceAll('\\', '/');
    tag(file, ofFiles.get(keyOf(file.projectName || null, path)));
    tagTests(file, result.byRunnerId);
  }
};
