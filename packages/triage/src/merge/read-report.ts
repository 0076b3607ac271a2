import { CATEGORIES, CAUSES } from '@holdfast/journal';
import { REPORT_VERSION, type Report } from '../report/report.js';

/** A text that was to be a report, read; `problem` says in one sentence why it is none. */
export type ReadReport = { readonly report: Report } | { readonly problem: string };

const LISTS = ['incidents', 'failures', 'folders', 'areas', 'categories', 'timeouts', 'gaps'] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const isAttempt = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.status) &&
  isText(value.phase) &&
  Array.isArray(value.errors) &&
  value.errors.every((error) => isObject(error) && isText(error.message));

const isVerdict = (value: unknown): boolean => {
  if (!isObject(value) || !isText(value.why) || !isTexts(value.advice) || !Array.isArray(value.evidence))
    return false;
  const category = CATEGORIES.find((name) => name === value.category);
  const causes: readonly unknown[] = category === undefined ? [] : CAUSES[category];
  return causes.includes(value.cause) && value.evidence.every((line) => isObject(line) && isText(line.rule));
};

const isNote = (value: unknown, texts: readonly string[], counts: readonly string[] = []): boolean =>
  value === undefined ||
  (isObject(value) &&
    texts.every((name) => isText(value[name])) &&
    counts.every((name) => isCount(value[name])));

const hasNotes = ({ correction, quarantine, history }: Readonly<Record<string, unknown>>): boolean =>
  isNote(correction, ['on', 'was', 'because']) &&
  isNote(quarantine, ['owner', 'until', 'because']) &&
  isNote(history, [], ['runs', 'failed', 'passedOnRetry', 'sameFailure']);

const isFailure = (row: unknown): boolean =>
  isObject(row) &&
  hasNotes(row) &&
  isText(row.id) &&
  isText(row.kind) &&
  isText(row.fingerprint) &&
  isTexts(row.title) &&
  isTexts(row.tags) &&
  (row.file === null || isText(row.file)) &&
  Array.isArray(row.evidence) &&
  row.evidence.every((fact) => isObject(fact) && isText(fact.name) && isObject(fact.data)) &&
  Array.isArray(row.attempts) &&
  row.attempts.length > 0 &&
  row.attempts.every(isAttempt) &&
  isVerdict(row.verdict);

const isRate = (value: unknown): boolean =>
  isObject(value) && isText(value.name) && isCount(value.passed) && isCount(value.failed);

const isIncident = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.id) &&
  isText(value.title) &&
  isText(value.category) &&
  isTexts(value.failures);

const isTest = (value: unknown): boolean =>
  isObject(value) &&
  isTexts(value.title) &&
  isText(value.status) &&
  (value.file === null || isText(value.file));

/** What the items of each list have to be for what is done with them here. */
const ITEMS: Readonly<Record<(typeof LISTS)[number], (item: unknown) => boolean>> = {
  incidents: isIncident,
  failures: isFailure,
  folders: isRate,
  areas: isRate,
  categories: isObject,
  timeouts: isObject,
  gaps: isText,
};

/** The same of lists that are only there where they hold something. */
const OPTIONAL_ITEMS: Readonly<Record<string, (item: unknown) => boolean>> = {
  skips: (item) => isObject(item) && isText(item.reason) && isCount(item.tests),
  staleQuarantine: (item) =>
    isObject(item) && isText(item.test) && isText(item.state) && isText(item.owner) && isText(item.until),
  leftBehind: (item) => isObject(item) && isTexts(item.title) && isText(item.file) && isText(item.what),
};

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
    isText(run.environment) &&
    (run.shard === undefined || isText(run.shard)) &&
    isObject(run.runner) &&
    isText(run.runner.name) &&
    isText(run.runner.version);
  if (!isRun) return { problem: 'does not say which run it is of' };
  const counts = ['passed', 'failed', 'skipped', 'todo'] as const;
  if (!isObject(totals) || !counts.every((name) => isCount(totals[name])) || !isObject(totals.files))
    return { problem: 'has no totals' };
  const missing = LISTS.find((name) => !Array.isArray(value[name]));
  if (missing !== undefined) return { problem: `has no list of ${missing}` };
  for (const name of LISTS) {
    const broken = (value[name] as readonly unknown[]).findIndex((item) => !ITEMS[name](item));
    if (broken >= 0) return { problem: `is not whole: ${name}[${broken}] is damaged` };
  }
  const { tests } = value;
  if (tests !== undefined && !(Array.isArray(tests) && tests.every(isTest)))
    return { problem: 'is not whole: its list of tests is damaged' };
  for (const [name, isRight] of Object.entries(OPTIONAL_ITEMS)) {
    const list = value[name];
    if (list !== undefined && !(Array.isArray(list) && list.every(isRight)))
      return { problem: `is not whole: ${name} is damaged` };
  }
  return { report: value as unknown as Report };
};
