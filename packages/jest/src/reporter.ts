import type { ReporterOptions } from '@holdfast/triage';
import { ActiveRun } from './run/active-run.js';
import { afterReporters } from './run/after-reporters.js';
import { hostState } from './run/host-state.js';
import type { JestGlobalConfig, JestTestFile } from './run/jest-config.js';
import { safely } from './run/warning.js';
import { watchSafeOptions } from './run/watch-safe-options.js';
import type { JestAssertion, JestFileResult, JestRunResult } from './translate/jest-results.js';

export type { ReporterOptions } from '@holdfast/triage';

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
  #run: ActiveRun | undefined;

  constructor(globalConfig: JestGlobalConfig, options?: ReporterOptions) {
    this.#config = globalConfig;
    safely(() => {
      const host = hostState();
      host.isHeard = true;
      host.finishAfterTeardown?.();
      host.run?.abandon();
      this.#run = new ActiveRun(
        globalConfig,
        watchSafeOptions(options ?? {}, globalConfig, host.isOutputIgnored === true),
      );
      host.run = this.#run;
    });
  }

  onRunStart(results: JestRunResult, { showStatus }: { readonly showStatus?: boolean } = {}): void {
    // Jest shows a status line of its workers exactly where it has workers.
    safely(() => this.#run?.started(results, showStatus === false));
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

  onRunComplete(contexts: ReadonlySet<JestTestFile['context']>, results: JestRunResult): void {
    safely(() => {
      const run = this.#run;
      if (run === undefined) return;
      run.completed(results);
      afterReporters(results, (success) => safely(() => this.#allHeard(run, success, contexts)));
    });
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
