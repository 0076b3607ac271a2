import type { PreparedRun } from '@holdfast/adaptive/settings';
import { describeReclaim, keepRun, type RunKeeper } from '@holdfast/fixtures/reclaim';
import { snapshotError } from '@holdfast/journal';
import {
  createSession,
  lendVariables,
  type RunError,
  type RunnerTotals,
  type Session,
  type TestCounts,
} from '@holdfast/triage';
import type { ReporterOptions } from '../reporter-options.js';
import { fileOutcome } from '../translate/file-outcome.js';
import type { JestAssertion, JestFileResult, JestRunResult } from '../translate/jest-results.js';
import { runnerTotals } from '../translate/runner-totals.js';
import { watchAfterwards } from './afterwards.js';
import { interruptionOf } from './interruption.js';
import type { JestGlobalConfig, JestProjectConfig, JestTestFile } from './jest-config.js';
import { print, printAtEnd } from './print.js';
import { type ProcessEnd, watchProcessEnd } from './process-end.js';
import { redThoughPassed, redWithoutFailure } from './red-without-failure.js';
import { RunningFile } from './running-file.js';
import { sessionSetup } from './session-setup.js';
import { unexplained } from './unexplained.js';
import { safely } from './warning.js';

const EMPTY: JestRunResult = {
  numTotalTestSuites: 0,
  numFailedTestSuites: 0,
  numPassedTestSuites: 0,
  numPendingTestSuites: 0,
  numFailedTests: 0,
  numPassedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

/** From the first that is heard of a run to its report, however the run ends. */
export class ActiveRun {
  readonly #config: JestGlobalConfig;
  readonly #session: Session;
  readonly #keeper: RunKeeper;
  readonly #unwatch: () => void;
  readonly #takeVariablesBack: () => void;
  readonly #running = new Map<JestProjectConfig, Map<string, RunningFile>>();
  /** The file that was heard of last. */
  #latest: { readonly file: JestTestFile; readonly running: RunningFile } | undefined;
  readonly #finished = new Set<string>();
  #results: JestRunResult = EMPTY;
  #hasErrors = false;
  #isComplete = false;
  #isInBand = false;
  #isFinished = false;
  #unwatchEnd = (): void => {};

  /** @param prepared undefined where the run ends before it is known */
  constructor(config: JestGlobalConfig, options: ReporterOptions, prepared?: PreparedRun) {
    this.#config = config;
    this.#session = createSession(sessionSetup(config, options, prepared));
    // Workers copy the environment of this process when they start, which is later.
    this.#takeVariablesBack = lendVariables(process.env, {
      ...prepared?.variables,
      ...this.#session.workerVariables,
    });
    this.#keeper = keepRun(this.#session.runDirectory);
    this.#unwatch = watchProcessEnd((end) => safely(() => this.processEnds(end)));
  }

  /** @param results Jest's own figures, which it brings up to date while the run goes on */
  started(results: JestRunResult, isInBand: boolean): void {
    this.#results = results;
    this.#isInBand = isInBand;
  }

  fileStarted({ path, context: { config } }: JestTestFile): void {
    let files = this.#running.get(config);
    if (files === undefined) {
      files = new Map();
      this.#running.set(config, files);
    }
    files.set(path, new RunningFile(path));
    this.#latest = undefined;
  }

  /** Called for every test of the run. */
  testFinished(file: JestTestFile, test: JestAssertion): void {
    if (this.#latest?.file !== file) {
      const { path, context } = file;
      const running = this.#running.get(context.config)?.get(path);
      if (running === undefined) return;
      this.#latest = { file, running };
    }
    this.#latest.running.testFinished(test);
  }

  fileFinished({ path, context: { config } }: JestTestFile, result: JestFileResult): void {
    this.#running.get(config)?.delete(path);
    this.#latest = undefined;
    this.#finished.add(path);
    const outcome = fileOutcome(result, config.displayName?.name);
    if (outcome.errors.length > 0 || outcome.tests.some(({ status }) => status === 'failed'))
      this.#hasErrors = true;
    this.#session.fileFinished(outcome);
  }

  runError(error: RunError): void {
    this.#hasErrors = true;
    this.#session.runError(error);
  }

  /** All files are through; `finish` may follow later. */
  completed(results: JestRunResult): void {
    this.#results = results;
    this.#isComplete = true;
    if (results.runExecError !== undefined) {
      this.runError({ kind: 'run', phase: 'load', error: snapshotError(results.runExecError) });
    }
  }

  /** Makes an end of what killed tests left outside their processes. Never rejects. */
  async reclaim(): Promise<void> {
    const said = describeReclaim(await this.#keeper.end());
    if (said !== '') safely(() => print(`${said}\n`));
  }

  /** Writes the reports and prints the summary. A second call does nothing. */
  finish(success: boolean): void {
    if (this.#isFinished) return;
    const totals = runnerTotals(this.#results, interruptionOf(this.#config, this.#results));
    this.#finish(success ? totals : { ...totals, failed: true });
  }

  /** Ends all interest in the run, because the next one begins. */
  abandon(): void {
    if (!this.#isFinished) this.#finish(runnerTotals(this.#results, 'watch'));
    this.#unwatchEnd();
  }

  /** Reports with what is known. Called by itself where the process ends; a second call does nothing. */
  processEnds(end: ProcessEnd): void {
    if (this.#isFinished) return;
    if (end.uncaught !== undefined) {
      this.runError(this.#uncaught(end.uncaught.error));
    } else if (!this.#isComplete && end.signal === undefined) {
      const paths = this.#isInBand ? this.#runningPaths() : [];
      for (const error of unexplained(end.exitCode, paths, this.#hasErrors)) this.runError(error);
    }
    const interrupted = this.#isComplete
      ? interruptionOf(this.#config, this.#results)
      : interruptionOf(this.#config, this.#results, end);
    const totals = runnerTotals(this.#results, interrupted);
    const tests = this.#isComplete ? totals.tests : this.#takeUnfinished(totals.tests);
    this.#finish({ ...totals, tests, failed: totals.failed || end.exitCode !== 0 }, printAtEnd);
    const said = describeReclaim(this.#keeper.endNow());
    if (said !== '') printAtEnd(`${said}\n`);
  }

  /** Files of which Jest can no longer tell the end, with what they had told by now. */
  #takeUnfinished(counts: TestCounts): TestCounts {
    let { passed, failed, skipped, todo } = counts;
    for (const [config, files] of this.#running) {
      for (const file of files.values()) {
        const outcome = file.outcome(config.displayName?.name);
        this.#session.fileFinished(outcome);
        passed += outcome.counts.passed;
        failed += outcome.counts.failed;
        skipped += outcome.counts.skipped;
        todo += outcome.counts.todo;
      }
    }
    return { passed, failed, skipped, todo };
  }

  #runningPaths(): string[] {
    return [...this.#running.values()].flatMap((files) => [...files.keys()]);
  }

  #finish(totals: RunnerTotals, show = print): void {
    this.#isFinished = true;
    this.#keeper.abandon();
    this.#unwatch();
    this.#takeVariablesBack();
    if (totals.failed && !this.#hasErrors && totals.interrupted === undefined) {
      this.#session.runError(redWithoutFailure(this.#results));
    }
    this.#report(totals, show);
    this.#unwatchEnd = watchAfterwards({
      crashed: (error) => safely(() => this.#addLate(this.#uncaught(error), totals)),
      exited: (code) => safely(() => this.#exited(code, totals)),
    });
  }

  #exited(code: number, totals: RunnerTotals): void {
    if (code === 0 || totals.failed) return;
    this.#addLate(redThoughPassed(code, this.#results), totals);
  }

  /** What is heard of when all was said makes the report anew. */
  #addLate(error: RunError, totals: RunnerTotals): void {
    this.#session.runError(error);
    this.#report({ ...totals, failed: true }, printAtEnd);
  }

  /** Laid at the door of the test file that its stack names. */
  #uncaught(thrown: unknown): RunError {
    const error = snapshotError(thrown);
    const path = [...this.#runningPaths(), ...this.#finished].find((file) =>
      error.stack?.includes(`${file}:`),
    );
    return { kind: 'unhandled', phase: 'after-end', error, ...(path === undefined ? {} : { path }) };
  }

  #report(totals: RunnerTotals, show: (text: string) => void): void {
    const { summary, annotations } = this.#session.finish(totals);
    for (const text of [summary, annotations]) {
      if (text !== '') show(text.endsWith('\n') ? text : `${text}\n`);
    }
  }
}
