import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readKnownFile } from '../correction/read-known-file.js';
import { createMask } from '../mask/create-mask.js';
import type { ReporterOptions } from '../options.js';
import { computeReport } from '../report/compute-report.js';
import { folderPassRates, passRates } from '../report/pass-rates.js';
import { renderAnnotations } from '../report/render-annotations.js';
import { renderTerminal } from '../report/render-terminal.js';
import type { Report, RunSummary } from '../report/report.js';
import { stableId } from '../report/stable-id.js';
import type { Knowledge } from '../session/apply-knowledge.js';
import { describeWritten } from '../session/describe-written.js';
import { judgeFailures } from '../session/judge-failures.js';
import { createPassCounts } from '../session/pass-counts.js';
import { staleQuarantine } from '../session/stale-quarantine.js';
import { workspaceFolder } from '../session/workspace-folder.js';
import { writeReports } from '../session/write-reports.js';
import type { Screen } from '../session.js';
import { LISTING_FORMATS } from '../settings/default-options.js';
import { type ResolvedSettings, resolveOptions } from '../settings/resolve-options.js';
import { locateFailures, namedFiles } from './locate-failures.js';
import { LogCollector, type LogSummary } from './log-collector.js';
import { logTotals } from './log-totals.js';
import { projectFiles } from './project-files.js';
import { readLog } from './read-log.js';
import type { LogSource } from './source/log-source.js';

/** Called while logs are read, at most once for each piece. */
export type LogProgress = (log: string, bytesRead: number, bytesOfAll: number) => void;

export interface TriageLogsSetup {
  /** Absolute path of the project that the logs are of. */
  readonly rootDir: string;
  readonly sources: readonly LogSource[];
  /** Id of the format of all logs. @default each is found by its content */
  readonly format?: string;
  readonly options: ReporterOptions;
  /** Whether the reports are written to `options.outputDir`. @default true */
  readonly writes?: boolean;
  /** Whether the report lists passed tests too. @default where a format that needs them is among `options.formats` */
  readonly listsTests?: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly screen: Screen;
  readonly progress?: LogProgress;
}

/** What of a log could not be read. */
export interface UnreadLog {
  readonly log: string;
  readonly line?: number;
  readonly reason: string;
}

export interface TriageLogsResult {
  readonly report: Report;
  /** For the terminal, ready to write. */
  readonly summary: string;
  /** GitHub workflow commands, a line each; empty where annotations are off. */
  readonly annotations: string;
  /** Absolute paths of the reports that were written. */
  readonly written: readonly string[];
  readonly logs: readonly LogSummary[];
  readonly unread: readonly UnreadLog[];
}

const readAll = async (
  { sources, format, progress }: TriageLogsSetup,
  listsTests: boolean,
): Promise<LogCollector> => {
  const collector = new LogCollector(listsTests);
  const all = sources.reduce((sum, { size = 0 }) => sum + size, 0);
  let before = 0;
  for (const source of sources) {
    const summary = collector.open(source.name);
    const known = collector.problems.length;
    const reader = await readLog(source, collector, {
      ...(format === undefined ? {} : { format }),
      progress: (bytes) => progress?.(source.name, before + bytes, all),
    });
    collector.close();
    summary.format = reader?.name ?? null;
    before += source.size ?? 0;
    // A folder holds other things too; they are named, and are no mistake.
    if (reader === undefined && source.named !== true && sources.length > 1 && !isLost(source)) {
      const reason = collector.problems.splice(known).at(-1)?.reason ?? '';
      collector.logs.pop();
      collector.notes.push(`${source.name} was passed over: ${reason.replace(/ \(.*/, '')}`);
    }
  }
  if (collector.logs.length === 0) {
    collector.problems.push({ log: 'the given folders', reason: 'no log is among the files in them' });
  }
  return collector;
};

/** Nothing but a run that came to no end leaves an empty file behind where a report was to be. */
const isLost = ({ name, size }: LogSource): boolean => size === 0 && /\.(?:xml|json|tap)$/i.test(name);

const problemOf = ({ name, tests, otherFailures, format }: LogSummary): UnreadLog | undefined =>
  format !== null && Object.values(tests).every((count) => count === 0) && otherFailures === 0
    ? { log: name, reason: `it is ${format}, and tells of no test` }
    : undefined;

const describeRun = (
  collector: LogCollector,
  setup: TriageLogsSetup,
  settings: ResolvedSettings,
): RunSummary => {
  const tools = [...collector.tools];
  const modified = setup.sources.flatMap(({ modifiedAtMs }) => modifiedAtMs ?? []);
  const startedAtMs = collector.startedAtMs ?? (modified.length > 0 ? Math.min(...modified) : Date.now());
  const isValid = Math.abs(startedAtMs) < 8e15;
  const { environment } = setup.options;
  return {
    id: stableId(`${startedAtMs} ${collector.logs.map(({ name }) => name).join(' ')}`),
    runner: {
      name: tools.map(([name]) => name).join(', ') || 'unknown runner',
      version: tools
        .map(([, version]) => version)
        .join(', ')
        .replace(/^[, ]+$/, ''),
    },
    startedAt: new Date(isValid ? startedAtMs : 0).toISOString(),
    durationMs: collector.durationMs,
    // The machine that reads a log need not be the one that wrote it.
    environment: environment ?? setup.environment.HOLDFAST_ENVIRONMENT ?? 'unknown',
    ci: settings.ci,
    machine: null,
    interrupted: null,
  };
};

/**
 * Verdicts, incidents and reports from what finished runs left behind. Reads the logs one after the other; what of
 * them cannot be read is listed, and all else is judged. Throws nothing for any log.
 */
export const triageLogs = async (setup: TriageLogsSetup): Promise<TriageLogsResult> => {
  const { rootDir, environment, screen } = setup;
  const settings = resolveOptions(setup.options, setup);
  const { options } = settings;
  const collector = await readAll(
    setup,
    setup.listsTests ?? options.formats.some((one) => LISTING_FORMATS.includes(one)),
  );
  const mask = createMask({ environment, known: rootDir.split(sep), masks: options.masks });
  const shorten = projectFiles(
    [...collector.files.keys(), ...namedFiles(collector.failures)],
    rootDir,
    (file) => existsSync(join(rootDir, file)),
  );
  const gaps = [...settings.problems.map(({ message }) => message), ...collector.notes];
  const { located, repeated } = locateFailures(collector.failures, shorten);
  if (repeated > 0) {
    gaps.push(
      `${repeated} failures stand in more than one log, and are counted as often: give logs of one run once`,
    );
  }
  const { known, problems: knownProblems } = readKnownFile(rootDir);
  gaps.push(...knownProblems);
  // The logs are no run of the project's history, whose reporter may have kept the same run already.
  const knowledge: Knowledge = { known, today: new Date().toISOString().slice(0, 10), histories: () => [] };
  const judgement = judgeFailures(
    located,
    mask,
    options,
    (sentence, action) => {
      try {
        return action();
      } catch (error) {
        gaps.push(`${sentence}: ${String((error as { message?: unknown } | null)?.message ?? error)}`);
        return undefined;
      }
    },
    knowledge,
  );
  const counts = createPassCounts(options.areas);
  // Where passed tests have no file, what failed in a folder would be all that is known of it.
  const isPartial = (collector.files.get('')?.passed ?? 0) > 0 && collector.files.size > 1;
  if (isPartial)
    gaps.push(
      'Pass rates by folder and area are left out: the logs do not name the files of tests that passed',
    );
  else for (const [file, tests] of collector.files) if (file !== '') counts.add(shorten(file), tests);
  const unread = [
    ...collector.problems,
    ...collector.logs.flatMap((log) => {
      const isTold = collector.problems.some((problem) => problem.log === log.name);
      return isTold ? [] : (problemOf(log) ?? []);
    }),
  ];
  const unreadGaps = unread.map(
    ({ log, line, reason }) => `${log}${line === undefined ? '' : `:${line}`}: ${reason}`,
  );
  const report = computeReport({
    run: describeRun(collector, setup, settings),
    totals: logTotals(collector, located),
    incidents: judgement.incidents,
    failures: judgement.failures,
    folders: folderPassRates(counts.folders),
    areas: passRates(counts.areas),
    tests: collector.tests?.map(({ file, title, project, durationMs, status }) => ({
      file: file === undefined ? null : shorten(file),
      project: project === undefined ? null : mask(project),
      title: title.map(mask),
      status,
      durationMs: durationMs ?? null,
    })),
    staleQuarantine: staleQuarantine(known, undefined, judgement.failures, knowledge.today),
    gaps: [...gaps, ...unreadGaps].map(mask),
  });
  const { written, gaps: unwritten } =
    setup.writes === false
      ? { written: [], gaps: [] }
      : writeReports(report, options.outputDir, options.formats);
  const final =
    unwritten.length === 0 ? report : { ...report, gaps: [...report.gaps, ...unwritten.map(mask)] };
  const reports = describeWritten(written, options.outputDir, rootDir);
  return {
    report: final,
    summary: options.silent
      ? ''
      : renderTerminal(final, { screen, maxIncidents: options.maxIncidents, reports }),
    annotations: options.annotations ? renderAnnotations(final, workspaceFolder(environment, rootDir)) : '',
    written,
    logs: collector.logs,
    unread,
  };
};
