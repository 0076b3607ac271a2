import type { PreparedRun } from '@holdfast/adaptive/settings';
import type { ReporterOptions } from './reporter-options.js';
import { ActiveRun } from './run/active-run.js';
import { afterReporters } from './run/after-reporters.js';
import { hostState } from './run/host-state.js';
import type { JestGlobalConfig, JestTestFile } from './run/jest-config.js';
import { prepare } from './run/prepare.js';
import { watchProcessEnd } from './run/process-end.js';
import { safely } from './run/warning.js';
import { watchSafeOptions } from './run/watch-safe-options.js';
import type { JestAssertion, JestFileResult, JestRunResult } from './translate/jest-results.js';

export type { ReporterOptions } from './reporter-options.js';

/**
 * Gives every failure of the run a verdict, writes the reports and prints a summary below Jest's own. Changes no
 * status, no exit code and no timing, and never throws: an error of its own is one line of warning. Jest makes a new
 * one for each run of watch mode.
 *
 * ```js
 * module.exports = { reporters: ['default', ['@holdfast/jest/reporter', { outputDir: 'triage' }]] };
 * ```
 */
export class HoldfastReporter {
  readonly #config: JestGlobalConfig;
  readonly #options: ReporterOptions;
  #unwatchStart = (): void => {};
  #run: ActiveRun | undefined;

  constructor(globalConfig: JestGlobalConfig, options?: ReporterOptions) {
    this.#config = globalConfig;
    this.#options = options ?? {};
    safely(() => {
      const host = hostState();
      host.isHeard = true;
      host.finishAfterTeardown?.();
      host.run?.abandon();
      this.#unwatchStart = watchProcessEnd((end) =>
        safely(() => {
          this.#begin(undefined);
          this.#run?.processEnds(end);
        }),
      );
    });
  }

  /** Jest waits for it: the machine is measured before there is a worker to disturb. */
  async onRunStart(
    results: JestRunResult,
    { showStatus }: { readonly showStatus?: boolean } = {},
  ): Promise<void> {
    const prepared = await prepare(this.#config.rootDir, this.#options);
    safely(() => {
      this.#begin(prepared);
      // Jest shows a status line of its workers exactly where it has workers.
      this.#run?.started(results, showStatus === false);
    });
  }

  onTestFileStart(file: JestTestFile): void {
    safely(() => this.#run?.fileStarted(file));
  }

  onTestCaseResult(file: JestTestFile, test: JestAssertion): void {
    // Called for every test of the run, which is why no function is made for it.
    try {
      this.#run?.testFinished(file, test);
    } catch (error) {
      safely(() => {
        throw error;
      });
    }
  }

  onTestFileResult(file: JestTestFile, result: JestFileResult): void {
    safely(() => this.#run?.fileFinished(file, result));
  }

  /** Resolves when what killed tests left is gone; Jest's own tear-down may take away what that needs. */
  onRunComplete(
    contexts: ReadonlySet<JestTestFile['context']>,
    results: JestRunResult,
  ): Promise<void> | undefined {
    safely(() => {
      const run = this.#run;
      if (run === undefined) return;
      run.completed(results);
      afterReporters(results, (success) => safely(() => this.#allHeard(run, success, contexts)));
    });
    return this.#run?.reclaim();
  }

  #begin(prepared: PreparedRun | undefined): void {
    this.#unwatchStart();
    const host = hostState();
    const options = watchSafeOptions(this.#options, this.#config, host.isOutputIgnored === true, prepared);
    this.#run = new ActiveRun(this.#config, options, prepared);
    host.run = this.#run;
  }

  /** Never one of its own: Jest would fail the run for it. */
  getLastError(): undefined {
    return undefined;
  }

  #allHeard(run: ActiveRun, success: boolean, contexts: ReadonlySet<JestTestFile['context']>): void {
    const host = hostState();
    const teardowns = [this.#config, ...[...contexts].map(({ config }) => config)];
    const isWrapped = teardowns.some(({ globalTeardown }) => globalTeardown === host.teardownModule);
    if (host.teardownModule === undefined || !isWrapped) {
      run.finish(success);
      return;
    }
    host.finishAfterTeardown = () => {
      delete host.finishAfterTeardown;
      run.finish(success);
    };
  }
}

export default HoldfastReporter;
