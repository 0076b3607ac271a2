import { REPORT_VERSION, type Report } from '../report/report.js';

/** A text that was to be a report, read; `problem` says in one sentence why it is none. */
export type ReadReport = { readonly report: Report } | { readonly problem: string };

const LISTS = ['incidents', 'failures', 'folders', 'areas', 'categories', 'timeouts', 'gaps'] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0;

const isFailure = (row: unknown): boolean =>
  isObject(row) &&
  typeof row.id === 'string' &&
  typeof row.fingerprint === 'string' &&
  Array.isArray(row.title) &&
  Array.isArray(row.attempts) &&
  row.attempts.length > 0 &&
  isObject(row.verdict) &&
  typeof row.verdict.category === 'string' &&
  Array.isArray(row.verdict.evidence);

/** Reads report.json as far as what is done with it here needs it to be right. Never throws. */
export const readReport = (text: string): ReadReport => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `is no JSON: ${(error as { message?: string }).message}` };
  }
  if (!isObject(value) || value.format !== 'holdfast-report') return { problem: 'is no report of Holdfast' };
  if (value.version !== REPORT_VERSION)
    return {
      problem: `is a report of version ${String(value.version)}; this Holdfast knows version ${REPORT_VERSION}`,
    };
  const { run, totals } = value;
  const isRun =
    isObject(run) &&
    typeof run.id === 'string' &&
    typeof run.startedAt === 'string' &&
    !Number.isNaN(Date.parse(run.startedAt)) &&
    isCount(run.durationMs) &&
    isObject(run.runner);
  if (!isRun) return { problem: 'does not say which run it is of' };
  const counts = ['passed', 'failed', 'skipped', 'todo'] as const;
  if (!isObject(totals) || !counts.every((name) => isCount(totals[name])) || !isObject(totals.files))
    return { problem: 'has no totals' };
  const missing = LISTS.find((name) => !Array.isArray(value[name]));
  if (missing !== undefined) return { problem: `has no list of ${missing}` };
  const broken = (value.failures as readonly unknown[]).findIndex((row) => !isFailure(row));
  if (broken >= 0) return { problem: `has a failure that is not whole: failures[${broken}]` };
  return { report: value as unknown as Report };
};
