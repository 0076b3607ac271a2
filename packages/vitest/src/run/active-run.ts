import type { PreparedRun } from '@holdfast/adaptive/settings';
import { describeReclaim, keepRun, type RunKeeper } from '@holdfast/fixtures/reclaim';
import { snapshotError } from '@holdfast/journal';
import {
  createSession,
  type RunnerTotals,
  type Session,
  type SessionResult,
  screenOf,
} from '@holdfast/triage';
import type { Vitest } from 'vitest/node';
import type { ReporterOptions } from '../reporter-options.js';
import { runOutcome } from '../translate/run-outcome.js';
import { thrownValue } from '../translate/thrown-value.js';
import type { VitestFile } from '../translate/vitest-task.js';
import { filesOfDeadWorkers } from './dead-workers.js';
import { noTestFiles } from './no-test-files.js';
import { watchPrintedErrors } from './printed-errors.js';
import { type ProcessEnd, watchProcessEnd } from './process-end.js';
import { sessionSetup } from './session-setup.js';
import { tagTasks } from './tag-tasks.js';
import { watchTearDown } from './tear-down.js';
import { offerVariables } from './worker-environment.js';

/** What is known when a run ends. */
export interface RunEnding {
  readonly files: readonly VitestFile[];
  readonly unhandledErrors: readonly unknown[];
  /** `passed`, `failed` or `interrupted`. */
  readonly reason: string;
  readonly interrupted?: RunnerTotals['interrupted'];
  /** Absolute paths of files known to have lost their worker. */
  readonly lostFiles?: readonly string[];
}

export interface ActiveRunOptions {
  readonly vitest: Vitest;
  readonly options: ReporterOptions;
  /** Undefined where the run ends before it is known. */
  readonly prepared: PreparedRun | undefined;
  /** How many files were to be run. */
  readonly expectedFiles: number;
  /** The run ended without Vitest telling its reporters why; called once. */
  readonly onAbandoned: (result: SessionResult) => void;
  /** What was made an end of because the process ends, in words; '' for nothing. */
  readonly onReclaimed: (said: string) => void;
}

/** From the start of a run to its report. */
export class ActiveRun {
  readonly #settings: ActiveRunOptions;
  readonly #session: Session;
  readonly #keeper: RunKeeper;
  readonly #printed: ReturnType<typeof watchPrintedErrors>;
  readonly #undo: readonly (() => void)[];
  #pending: RunEnding | undefined;
  #isFinished = false;
  #stopTearDownWatch: (() => void) | undefined;

  constructor(settings: ActiveRunOptions) {
    const { vitest, options, prepared } = settings;
    this.#settings = settings;
    this.#session = createSession(
      sessionSetup(vitest, options, prepared, screenOf(process.stdout, process.env)),
    );
    this.#keeper = keepRun(this.#session.runDirectory);
    this.#printed = watchPrintedErrors(vitest.logger, () => this.#giveUpWaiting());
    this.#undo = [
      offerVariables(
        { ...prepared?.variables, ...this.#session.workerVariables },
        vitest.projects,
        process.env,
      ),
      watchProcessEnd((end) => this.processEnds(end)),
      () => this.#printed.stop(),
    ];
  }

  /** Undefined where the reason of the end is still to be told: `onAbandoned` gets the result. */
  end(ending: RunEnding): SessionResult | undefined {
    // Vitest runs into a failed global set-up between the start and the first file, and tells reporters nothing of it.
    const isUnexplained =
      ending.files.length === 0 && this.#settings.expectedFiles > 0 && ending.unhandledErrors.length === 0;
    if (isUnexplained && this.#printed.errors.length === 0 && ending.reason === 'failed') {
      this.#pending = ending;
      return undefined;
    }
    return this.#finish(ending);
  }

  /** Makes an end of what killed tests left outside their processes, and says so; '' where nothing was. Never rejects. */
  async reclaim(): Promise<string> {
    return describeReclaim(await this.#keeper.end());
  }

  /** Ends a run that was forgotten, because the next one begins. */
  abandon(): void {
    if (!this.#isFinished) this.#settings.onAbandoned(this.#finish(this.#pending ?? this.#known('other')));
  }

  #giveUpWaiting(): void {
    if (this.#pending) this.abandon();
  }

  /** Reports with what is known. Called by itself where the process ends; a second call does nothing. */
  processEnds({ signal, uncaught }: ProcessEnd): void {
    if (this.#isFinished) return;
    const ending = this.#pending ?? this.#known(signal === undefined ? 'other' : 'signal');
    const unhandledErrors = [...ending.unhandledErrors, ...uncaught];
    const { onAbandoned, onReclaimed } = this.#settings;
    onAbandoned(this.#finish({ ...ending, unhandledErrors }));
    onReclaimed(describeReclaim(this.#keeper.endNow()));
  }

  #known(interrupted: RunnerTotals['interrupted']): RunEnding {
    const { state } = this.#settings.vitest;
    return {
      files: state.getTestModules().map((module) => (module as unknown as { task: VitestFile }).task),
      unhandledErrors: state.getUnhandledErrors(),
      reason: 'interrupted',
      interrupted,
      // A lost worker makes Vitest 3 exit, and the workers beside it are still at work.
      ...(this.#printed.errors.length > 0
        ? { lostFiles: filesOfDeadWorkers(this.#session.runDirectory) }
        : {}),
    };
  }

  #finish(ending: RunEnding): SessionResult {
    this.#isFinished = true;
    this.#keeper.abandon();
    for (const undo of this.#undo) undo();
    const { vitest } = this.#settings;
    const told = new Set(ending.unhandledErrors);
    const untold = this.#printed.errors.filter((error) => !told.has(error));
    const outcome = runOutcome({
      ...ending,
      unhandledErrors: [...ending.unhandledErrors, ...untold],
      ignoresUnhandledErrors: vitest.config.dangerouslyIgnoreUnhandledErrors === true && untold.length === 0,
    });
    for (const file of outcome.files) this.#session.fileFinished(file);
    for (const error of outcome.errors) this.#session.runError(error);
    const { expectedFiles } = this.#settings;
    const empty = noTestFiles({ expectedFiles, reason: ending.reason, isWatching: vitest.config.watch });
    if (empty && outcome.errors.length === 0) this.#session.runError(empty);
    const result = this.#session.finish(outcome.totals);
    this.#watchTearDown(outcome.totals);
    tagTasks(ending.files, result, vitest.config.root);
    return result;
  }

  /** Ends the watch for what comes after the report; the next run has one of its own. */
  forget(): void {
    this.#stopTearDownWatch?.();
  }

  #watchTearDown(totals: RunnerTotals): void {
    const { vitest, onAbandoned } = this.#settings;
    const parents = vitest.projects.map(
      (project) => (project as { _instanceParent?: object })._instanceParent,
    );
    this.#stopTearDownWatch = watchTearDown(
      [...vitest.projects, ...parents, vitest.getRootProject()],
      (thrown) => {
        const error = snapshotError(thrownValue(thrown));
        const isCounted = countsTearDown(vitest);
        if (isCounted) this.#session.runError({ kind: 'run', phase: 'global-teardown', error });
        else
          this.#session.note(
            `A global tear-down failed after the run, and Vitest does not count it: ${error.message}`,
          );
        onAbandoned(this.#session.finish(isCounted ? { ...totals, failed: true } : totals));
      },
    );
  }
}

/** Whether an error of a global tear-down makes the process exit red: Vitest 4 prints it and goes on. */
const countsTearDown = ({ version, config }: Vitest): boolean => {
  const major = Number(version.split('.')[0]);
  return major < 4 || (major > 4 && config.dangerouslyIgnoreUnhandledErrors !== true);
};
