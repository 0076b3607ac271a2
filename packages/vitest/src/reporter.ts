import type { PreparedRun } from '@holdfast/adaptive/settings';
import type { SessionResult } from '@holdfast/triage';
import type { Reporter, TestModule, TestSpecification, Vitest } from 'vitest/node';
import type { ReporterOptions } from './reporter-options.js';
import { ActiveRun } from './run/active-run.js';
import { failedTests } from './run/failed-tests.js';
import { interruptionOf } from './run/interruption.js';
import { isOutputForMachines } from './run/machine-output.js';
import { prepare } from './run/prepare.js';
import { watchProcessEnd } from './run/process-end.js';
import { HOLDFAST_REPORTER } from './run/reporter-mark.js';
import type { VitestFile } from './translate/vitest-task.js';

const taskOf = (module: TestModule): VitestFile => (module as unknown as { task: VitestFile }).task;

/**
 * Gives every failure of the run a verdict, writes the reports and prints a summary after those of the other
 * reporters. Changes no status, no exit code and no timing, and never throws: an error of its own is one
 * line of warning.
 */
export class HoldfastReporter implements Reporter {
  readonly [HOLDFAST_REPORTER] = true;
  readonly #options: ReporterOptions;
  readonly #prepare: ((vitest: Vitest) => void) | undefined;
  #vitest: Vitest | undefined;
  #run: ActiveRun | undefined;
  /** The run that was reported last: its global tear-down may still fail. */
  #ended: ActiveRun | undefined;
  #unprinted: SessionResult | undefined;
  #hasWarned = false;

  /** @param prepare called once Vitest is set up, before any run */
  constructor(options: ReporterOptions = {}, prepare?: (vitest: Vitest) => void) {
    this.#options = options;
    this.#prepare = prepare;
  }

  onInit(vitest: Vitest): void {
    this.#guard(() => {
      this.#vitest = vitest;
      this.#prepare?.(vitest);
    });
  }

  /** Vitest waits for it: the machine is measured before there is a worker to disturb. */
  async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
    this.#guard(() => {
      this.#run?.abandon();
      this.#run = undefined;
      this.#ended?.forget();
    });
    const vitest = this.#vitest;
    if (!vitest) return;
    const begin = (prepared: PreparedRun | undefined): void => {
      this.#run = new ActiveRun({
        vitest,
        options: this.#options,
        prepared,
        expectedFiles: specifications.length,
        onAbandoned: (result) => this.#guard(() => this.#print(result)),
        onReclaimed: (said) => this.#guard(() => this.#say(said)),
      });
    };
    const stop = watchProcessEnd((end) =>
      this.#guard(() => {
        begin(undefined);
        this.#run?.processEnds(end);
      }),
    );
    const prepared = await prepare(vitest.config.root, this.#options);
    stop();
    this.#guard(() => begin(prepared));
  }

  /** The report is written when this returns; the summary follows when the other reporters have said theirs. */
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
    reason: string,
  ): Promise<void> | undefined {
    this.#guard(() => {
      const files = modules.map(taskOf);
      const config = this.#vitest?.config ?? {};
      const interrupted = interruptionOf(reason, config, failedTests(files));
      const run = this.#run;
      this.#unprinted = run?.end({ files, unhandledErrors, reason, ...(interrupted ? { interrupted } : {}) });
      if (this.#unprinted) {
        this.#ended = run;
        this.#run = undefined;
      }
    });
    if (!this.#unprinted) return undefined;
    process.once('exit', this.#printNow);
    const reclaiming = this.#ended?.reclaim();
    return new Promise((resolve) => setImmediate(resolve)).then(async () => {
      this.#printNow();
      const said = await reclaiming;
      this.#guard(() => this.#say(said ?? ''));
    });
  }

  readonly #printNow = (): void => {
    process.off('exit', this.#printNow);
    const result = this.#unprinted;
    this.#unprinted = undefined;
    if (result) this.#guard(() => this.#print(result));
  };

  #print({ summary, annotations }: SessionResult): void {
    this.#say(summary);
    if (annotations !== '') this.#vitest?.logger.log(annotations.replace(/\n$/, ''));
  }

  /** To standard error where the other reporters' output is for machines. */
  #say(said: string): void {
    const logger = this.#vitest?.logger;
    const text = said.replace(/\n$/, '');
    if (!logger || !this.#vitest || text === '') return;
    const major = Number(this.#vitest.version.split('.')[0]);
    if (isOutputForMachines(this.#vitest.config, major)) logger.error(text);
    else logger.log(text);
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (this.#hasWarned) return;
      this.#hasWarned = true;
      try {
        const message = String((error as { message?: unknown } | undefined)?.message ?? error).split('\n')[0];
        process.stderr.write(`Holdfast could not finish its report: ${message}\n`);
      } catch {
        // Nothing is left to say it with.
      }
    }
  }
}

export type { ReporterOptions } from './reporter-options.js';
export default HoldfastReporter;
