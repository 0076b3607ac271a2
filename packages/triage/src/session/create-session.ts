import { basename, relative, resolve, sep } from 'node:path';
import {
  digestSalt,
  type JournalDigest,
  LEAKS_VARIABLE,
  leakPolicyText,
  RUN_DIRECTORY_VARIABLE,
  readJournals,
} from '@holdfast/journal';
import { createMask, type Mask } from '../mask/create-mask.js';
import type { FileOutcome, RunError, RunnerTotals } from '../outcome.js';
import { computeReport } from '../report/compute-report.js';
import { folderPassRates, passRates } from '../report/pass-rates.js';
import { renderAnnotations } from '../report/render-annotations.js';
import { renderTerminal } from '../report/render-terminal.js';
import type { LeftBehind, Report, ReportFailure, ReportTest } from '../report/report.js';
import { stableId } from '../report/stable-id.js';
import type { Session, SessionResult, SessionSetup } from '../session.js';
import { LISTING_FORMATS } from '../settings/default-options.js';
import { type ResolvedSettings, resolveOptions } from '../settings/resolve-options.js';
import { type Knowledge, NO_KNOWLEDGE } from './apply-knowledge.js';
import { brokenRules } from './broken-rules.js';
import { describeRun } from './describe-run.js';
import { describeWritten } from './describe-written.js';
import { gatherFailures } from './gather-failures.js';
import { type Judgement, judgeFailures } from './judge-failures.js';
import { everythingLeftBehind } from './left-behind.js';
import { listTests, type VisitedFile } from './list-tests.js';
import type { LocatedFailure } from './located-failure.js';
import { createPassCounts, type PassCounts } from './pass-counts.js';
import { type OpenedRunDirectory, openRunDirectory } from './run-directory.js';
import { SessionHistory } from './session-history.js';
import { skipReasons } from './skip-reasons.js';
import { workspaceFolder } from './workspace-folder.js';
import { writeReports } from './write-reports.js';

const now = Date.now;
const RealDate = Date;

const NO_JOURNAL: JournalDigest = { workers: [], gaps: [] };
const NO_JUDGEMENT: Judgement = { failures: [], incidents: [], byRunnerId: new Map() };

const printReason = (error: unknown): string => {
  try {
    const { message } = (error ?? {}) as { message?: unknown };
    return String(message ?? error);
  } catch {
    return 'an error that cannot be printed';
  }
};

class RunSession implements Session {
  readonly runDirectory: string;
  readonly workerVariables: Readonly<Record<string, string>>;
  readonly #setup: SessionSetup;
  readonly #environmentAtStart: SessionSetup['environment'];
  readonly #settings: ResolvedSettings;
  #mask: Mask;
  readonly #directory: OpenedRunDirectory;
  readonly #startedAt = now();
  readonly #runId: string;
  readonly #counts: PassCounts;
  readonly #history: SessionHistory;
  readonly #ends = new Map<string, (string | undefined)[]>();
  readonly #files: FileOutcome[] = [];
  /** Undefined where no report lists tests. */
  readonly #visited: VisitedFile[] | undefined;
  readonly #skips: string[] = [];
  readonly #runErrors: RunError[] = [];
  readonly #gaps: string[] = [];
  readonly #notes: string[] = [];
  #result: SessionResult | undefined;
  #journal: JournalDigest | undefined;
  /** How many gaps were known when the run ended; judging it again begins there. */
  #openingGaps: number | undefined;

  constructor(setup: SessionSetup) {
    this.#setup = { ...setup, rootDir: resolve(setup.rootDir) };
    this.#settings =
      this.#guard('The options could not be read', () => resolveOptions(setup.options, setup)) ??
      resolveOptions(undefined, setup);
    const { options, problems } = this.#settings;
    this.#environmentAtStart = { ...setup.environment };
    this.#mask = this.#createMask();
    this.#runId = stableId(`${this.#startedAt} ${process.pid} ${process.hrtime.bigint()}`);
    this.#directory = openRunDirectory(options.outputDir, this.#runId);
    this.runDirectory = this.#directory.path;
    this.#visited = options.formats.some((format) => LISTING_FORMATS.includes(format)) ? [] : undefined;
    const { leaks, allowedLeaks } = options;
    this.workerVariables = {
      [RUN_DIRECTORY_VARIABLE]: this.runDirectory,
      ...(leaks === 'off' ? {} : { [LEAKS_VARIABLE]: leakPolicyText({ mode: leaks, allow: allowedLeaks }) }),
    };
    this.#counts =
      this.#guard('The areas could not be read', () => createPassCounts(options.areas)) ??
      createPassCounts([]);
    this.#history = new SessionHistory({
      rootDir: this.#setup.rootDir,
      directory: options.historyDir,
      environment: setup.environment,
    });
    this.#gaps.push(
      ...(setup.prepared?.problems ?? []),
      ...problems.map(({ message }) => message),
      ...this.#directory.gaps,
    );
  }

  fileFinished(outcome: FileOutcome): void {
    this.#guard('A test file could not be taken in', () => {
      if (!outcome.unfinished) this.#addEnd(outcome);
      const file = this.#relative(outcome.path);
      this.#counts.add(file, outcome.counts);
      this.#guard('The history of a test file could not be taken in', () =>
        this.#history.fileFinished(file, outcome),
      );
      const { project, everyTest } = outcome;
      if (everyTest !== undefined) this.#visited?.push({ file, project, everyTest });
      this.#skips.push(...(outcome.skips ?? []));
      if (outcome.tests.length > 0 || outcome.errors.length > 0) this.#files.push(outcome);
    });
  }

  #addEnd({ path, project }: FileOutcome): void {
    const ends = this.#ends.get(path);
    if (ends === undefined) this.#ends.set(path, [project]);
    else ends.push(project);
  }

  runError(error: RunError): void {
    this.#runErrors.push(error);
    this.#result = undefined;
  }

  note(sentence: string): void {
    this.#notes.push(sentence);
    this.#result = undefined;
  }

  finish(totals: RunnerTotals): SessionResult {
    this.#result ??= this.#finish(totals);
    return this.#result;
  }

  #finish(totals: RunnerTotals): SessionResult {
    this.#openingGaps ??= this.#gaps.length;
    this.#gaps.length = this.#openingGaps;
    this.#gaps.push(...this.#notes);
    // Read once: the directory is gone when an error comes later still.
    this.#journal ??= this.#guard('The journals could not be read', () => this.#readJournals()) ?? NO_JOURNAL;
    const journal = this.#journal;
    // A global set-up may have put further secrets into the environment, and workers may have some of their own.
    this.#mask =
      this.#guard('The secrets of the environment could not be read', () => this.#createMask(journal)) ??
      this.#mask;
    this.#gaps.push(...journal.gaps);
    const located = this.#guard('Failures could not be gathered', () => this.#gather(journal, totals)) ?? [];
    const knowledge = located.length === 0 ? NO_KNOWLEDGE : this.#knowledge();
    const judgement =
      this.#guard('Failures could not be judged', () =>
        judgeFailures(
          located,
          this.#mask,
          this.#settings.options,
          (sentence, action) => this.#guard(sentence, action),
          knowledge,
          this.#setup.prepared?.machine,
        ),
      ) ?? NO_JUDGEMENT;
    if (this.#settings.options.rules.length > 0) this.#gaps.push(...brokenRules(judgement.failures));
    const first = this.#compute(totals, judgement);
    const report = this.#keepHistory(first) ? first : this.#compute(totals, judgement);
    const { options } = this.#settings;
    const { written, gaps } = this.#guard('The reports could not be written', () =>
      writeReports(report, options.outputDir, options.formats),
    ) ?? { written: [], gaps: [] };
    this.#guard('The run directory could not be removed', () => this.#directory.remove());
    const final = gaps.length === 0 ? report : { ...report, gaps: [...report.gaps, ...gaps.map(this.#mask)] };
    return {
      report: final,
      byRunnerId: judgement.byRunnerId,
      summary: this.#summary(final, written),
      annotations: options.annotations ? this.#annotations(final) : '',
      written,
    };
  }

  #knowledge(): Knowledge {
    const read = this.#guard('What is known of failures could not be read', () =>
      this.#history.knowledge(this.#runId, this.#today()),
    );
    this.#gaps.push(...(read?.problems ?? []));
    return read?.knowledge ?? NO_KNOWLEDGE;
  }

  /** Date of the run, `2026-11-21`. */
  #today(): string {
    return new RealDate(this.#startedAt).toISOString().slice(0, 10);
  }

  /** False where it could not be kept: then a gap says so. */
  #keepHistory(report: Report): boolean {
    return (
      this.#guard('The history could not be kept', () => {
        this.#history.keep(report, this.#mask);
        return true;
      }) ?? false
    );
  }

  #createMask(journal = NO_JOURNAL): Mask {
    const digests = journal.workers.flatMap(({ secrets }) => secrets ?? []);
    const { environment, rootDir } = this.#setup;
    return createMask({
      environment: { ...this.#environmentAtStart, ...environment },
      known: rootDir.split(sep),
      masks: this.#settings.options.masks,
      foreign:
        digests.length === 0 ? undefined : { digests, salt: digestSalt(basename(this.#directory.path)) },
    });
  }

  #readJournals(): JournalDigest {
    return this.#directory.path === '' ? NO_JOURNAL : readJournals(this.#directory.path);
  }

  #gather(journal: JournalDigest, totals: RunnerTotals): readonly LocatedFailure[] {
    const told = {
      files: this.#files,
      runErrors: this.#runErrors,
      totals,
      endsOf: (path: string) => this.#ends.get(path) ?? [],
    };
    const { failures, gaps } = gatherFailures(told, {
      journal,
      mask: this.#mask,
      relative: (path) => this.#relative(path),
      runner: this.#setup.runner.name,
      guard: (sentence, action) => this.#guard(sentence, action),
    });
    this.#gaps.push(...gaps);
    return failures;
  }

  #compute(totals: RunnerTotals, { failures, incidents }: Judgement): Report {
    const input = {
      run: describeRun({
        setup: this.#setup,
        settings: this.#settings,
        id: this.#runId,
        startedAt: this.#startedAt,
        interrupted: totals.interrupted ?? null,
        mask: this.#mask,
        relative: (path) => this.#relative(path),
      }),
      totals,
      folders:
        this.#guard('Pass rates could not be computed', () => folderPassRates(this.#counts.folders)) ?? [],
      areas: passRates(this.#counts.areas),
      tests: this.#guard('The tests could not be listed', () => this.#tests(failures)),
      leftBehind: this.#guard('What tests left behind could not be read', () => this.#leftBehind()) ?? [],
      skips:
        this.#guard('Why tests were skipped could not be read', () =>
          skipReasons(this.#journal ?? NO_JOURNAL, this.#skips, this.#mask),
        ) ?? [],
      staleQuarantine:
        this.#guard('The quarantine could not be reviewed', () =>
          this.#history.stale(this.#runId, this.#today(), failures),
        ) ?? [],
    };
    const whole = this.#guard('The report could not be computed', () =>
      computeReport({ ...input, incidents, failures, gaps: this.#gaps.map(this.#mask) }),
    );
    return (
      whole ?? computeReport({ ...input, incidents: [], failures: [], gaps: this.#gaps.map(this.#mask) })
    );
  }

  #tests(failures: readonly ReportFailure[]): readonly ReportTest[] | undefined {
    return this.#visited === undefined ? undefined : listTests(this.#visited, failures, this.#mask);
  }

  #leftBehind(): readonly LeftBehind[] {
    const left = everythingLeftBehind(this.#journal ?? NO_JOURNAL, (path) => this.#relative(path));
    return left.map((one) => ({ ...one, title: one.title.map(this.#mask), what: this.#mask(one.what) }));
  }

  #summary(report: Report, written: readonly string[]): string {
    const { options } = this.#settings;
    if (options.silent) return '';
    const reports = describeWritten(written, options.outputDir, this.#setup.rootDir);
    const view = { screen: this.#setup.screen, maxIncidents: options.maxIncidents, reports };
    return this.#guard('The summary could not be rendered', () => renderTerminal(report, view)) ?? '';
  }

  #annotations(report: Report): string {
    const { environment, rootDir } = this.#setup;
    const folder = workspaceFolder(environment, rootDir);
    return (
      this.#guard('The annotations could not be rendered', () => renderAnnotations(report, folder)) ?? ''
    );
  }

  /** From the project's root, with forward slashes. */
  #relative(path: string): string {
    const { rootDir } = this.#setup;
    const short = path.startsWith(`${rootDir}${sep}`)
      ? path.slice(rootDir.length + 1)
      : relative(rootDir, path);
    return sep === '/' ? short : short.split(sep).join('/');
  }

  /** An inner error becomes one sentence of the report and never leaves this session. */
  #guard<T>(sentence: string, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.#gaps.push(`${sentence}: ${printReason(error)}`);
      return undefined;
    }
  }
}

/** Opens the session of one run. Synchronous, and never throws. */
export const createSession = (setup: SessionSetup): Session => new RunSession(setup);
