import { CATEGORIES } from '@holdfast/journal';
import type { Verdict } from '../verdict.js';
import { flatText } from './flat-text.js';
import type { MachineSummary, Report, ReportFailure, RunSummary, SettingsSummary } from './report.js';

/** `12,345`; by hand, because the first use of a locale costs more than a whole report. */
export const thousands = (number: number): string =>
  number < 1_000 ? String(number) : String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 test`, `2 tests`. */
export const count = (number: number, noun: string): string =>
  `${thousands(number)} ${noun}${number === 1 ? '' : 's'}`;

/** `93.4 %`; never 100 % while something failed, never 0 % while something passed. */
export const percent = (share: number): string => {
  const rounded = Math.round(share * 1000) / 10;
  const honest = share < 1 ? Math.min(rounded, 99.9) : rounded;
  return `${share > 0 ? Math.max(honest, 0.1) : honest} %`;
};

/** `93 %`; for figures that are no more exact than that. */
export const roundPercent = (share: number): string => `${Math.round(share * 100)} %`;

/** How many failures of each category: `BUG 3 · ENVIRONMENT 2`. */
export const categoryLine = ({ categories }: Report): string =>
  CATEGORIES.flatMap((category) => {
    const failures = categories.find((summary) => summary.category === category)?.failures ?? 0;
    return failures > 0 ? [`${category} ${thousands(failures)}`] : [];
  }).join(' · ');

/** `BUG security`; what nobody could say has no cause to name. */
export const verdictName = ({ category, cause }: Pick<Verdict, 'category' | 'cause'>): string =>
  category === 'UNKNOWN' ? category : `${category} ${cause}`;

/** A duration that a person can compare: `320 ms`, `5.2 s`, `3 min 20 s`. */
export const duration = (milliseconds: number): string => {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${Math.round(milliseconds / 100) / 10} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

/** `23.5 GB`. */
export const gigabytes = (bytes: number): string => `${Math.round((bytes / 2 ** 30) * 10) / 10} GB`;

/** Of rows that belong to no file. */
const NAMES: Readonly<Record<ReportFailure['kind'], string>> = {
  test: 'a test',
  hook: 'a hook',
  file: 'a file',
  worker: 'a worker',
  unhandled: 'an unhandled error',
  run: 'the run itself',
};

/** Name of a failure's row on one line. */
export const failureName = ({ title, kind, file }: ReportFailure): string =>
  title.length > 0
    ? flatText(title.join(' > '))
    : kind === 'file'
      ? 'the whole file'
      : file === null
        ? NAMES[kind]
        : `${kind} error`;

/** `tests/a.test.ts:12`, or an empty text where no file is known. */
export const place = ({ file, line }: ReportFailure): string =>
  file === null ? '' : line === null ? file : `${file}:${line}`;

/** That a run was cut short, with the reason where it has a name. */
export const cutShort = (reason: Exclude<RunSummary['interrupted'], null>): string =>
  reason === 'other' ? 'cut short' : `cut short (${reason})`;

/** How many of how many failed. */
export const verdictLine = ({ totals, run }: Report): string => {
  const executed = totals.passed + totals.failed;
  const parts = [
    totals.failed > 0
      ? `${thousands(totals.failed)} of ${count(executed, 'test')} failed`
      : executed === 0 && totals.otherFailures > 0
        ? 'no test ran'
        : `${count(totals.passed, 'test')} passed`,
  ];
  if (totals.otherFailures > 0) parts.push(count(totals.otherFailures, 'other failure'));
  if (totals.flaky > 0) parts.push(`${thousands(totals.flaky)} flaky`);
  if (totals.skipped + totals.todo > 0) parts.push(`${thousands(totals.skipped + totals.todo)} skipped`);
  if (run.interrupted !== null) parts.push(cutShort(run.interrupted));
  return parts.join(', ');
};

/** `2 cores, 8 GB, speed 0.8, load 1.8, low tier`; a fraction of a core is a quota. */
export const machineLine = ({ cores, memoryBytes, speed, load, tier }: MachineSummary): string =>
  [
    count(cores, 'core'),
    gigabytes(memoryBytes),
    ...(speed === undefined ? [] : [`speed ${speed}`]),
    ...(load === undefined ? [] : [`load ${load}`]),
    ...(tier === undefined ? [] : [`${tier} tier`]),
  ].join(', ');

/** Environment and machine. */
export const runLine = ({ runner, environment, ci, machine, durationMs, shard }: RunSummary): string =>
  [
    `${runner.name} ${runner.version}`.trim(),
    ci !== null && ci !== 'CI' ? `${environment} (${ci})` : environment,
    ...(shard === undefined ? [] : [`shard ${shard}`]),
    ...(machine === null
      ? []
      : [`${machine.platform}, ${machineLine(machine)}`, `Node ${machine.node.replace(/^v/, '')}`]),
    duration(durationMs),
  ].join(' · ');

const timeAndLoad = ({ load, timeMultiplier }: SettingsSummary): readonly string[] => [
  ...(timeMultiplier === 1 ? [] : [`limits times ${timeMultiplier}`]),
  ...(load === 'measured' ? [] : [`load times ${load}`]),
];

/** What of the settings is worth a line: the file, and what is not as the machine says. */
export const settingsLine = (settings: SettingsSummary): string =>
  [
    settings.file ?? 'no settings file',
    ...timeAndLoad(settings),
    ...(settings.poolSize === null ? [] : [`pools of ${settings.poolSize}`]),
    ...(settings.fitLimits ? ["the runner's default limits fitted"] : []),
    `${settings.retryAttempts} attempts at most`,
    `pass rate ${percent(settings.passRate.target)}, at least ${percent(settings.passRate.floor)}`,
  ].join(' · ');
