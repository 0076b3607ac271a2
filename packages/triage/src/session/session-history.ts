import { resolve } from 'node:path';
import { readKnownFile } from '../correction/read-known-file.js';
import { failureHistories } from '../history/failure-history.js';
import { FileHistoryStore } from '../history/file-store.js';
import type { History, RunFacts } from '../history/history-run.js';
import { readRevision } from '../history/revision.js';
import { RunRecorder } from '../history/run-recorder.js';
import type { Mask } from '../mask/create-mask.js';
import { stripControl } from '../mask/strip-control.js';
import type { FileOutcome } from '../outcome.js';
import type { Report, ReportFailure, StaleQuarantine } from '../report/report.js';
import type { Knowledge } from './apply-knowledge.js';
import { fileSystem } from './file-system.js';
import { staleQuarantine } from './stale-quarantine.js';

/** Runs of one `holdfast repeat` find its id here. */
export const REPETITION_VARIABLE = 'HOLDFAST_REPETITION';
/** So many earlier runs are asked what they know of a failure. */
const RUNS_ASKED = 200;

export interface SessionHistoryOptions {
  readonly rootDir: string;
  /** Absolute path of the folder; null where no history is kept. */
  readonly directory: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What a session has to do with runs before and after its own. */
export class SessionHistory {
  readonly #options: SessionHistoryOptions;
  readonly #store: FileHistoryStore | undefined;
  readonly #recorder: RunRecorder | undefined;
  #earlier: History | undefined;

  constructor(options: SessionHistoryOptions) {
    this.#options = options;
    if (options.directory === null) return;
    this.#store = new FileHistoryStore(options.directory);
    this.#recorder = new RunRecorder(this.#store);
  }

  /** @param file path from the project's root, with forward slashes */
  fileFinished(file: string, { project, everyTest, unfinished }: FileOutcome): void {
    if (everyTest !== undefined && !unfinished) this.#recorder?.add(stripControl(file), project, everyTest);
  }

  /** What is known from before; `problems` are entries of the known list that are not right. */
  knowledge(
    runId: string,
    today: string,
  ): { readonly knowledge: Knowledge; readonly problems: readonly string[] } {
    const { known, problems } = readKnownFile(this.#options.rootDir);
    return {
      knowledge: {
        known,
        today,
        histories: (sought) => {
          const history = sought.length === 0 ? undefined : this.#earlierThan(runId);
          return history === undefined ? [] : failureHistories(history, sought);
        },
      },
      problems,
    };
  }

  /** What is to be tidied in the quarantine. Asks earlier runs only where there is something in it. */
  stale(runId: string, today: string, failures: readonly ReportFailure[]): readonly StaleQuarantine[] {
    const { known } = readKnownFile(this.#options.rootDir);
    return known.quarantined.length === 0
      ? []
      : staleQuarantine(known, this.#earlierThan(runId), failures, today);
  }

  #earlierThan(runId: string): History | undefined {
    if (this.#earlier === undefined && this.#store !== undefined) {
      const history = this.#store.read({ last: RUNS_ASKED });
      this.#earlier = { ...history, runs: history.runs.filter(({ id }) => id !== runId) };
    }
    return this.#earlier;
  }

  /**
   * Adds the run to the store.
   * @param mask goes over the titles of all tests
   * @throws what the store throws
   */
  keep({ run, failures }: Report, mask: Mask): void {
    if (this.#recorder === undefined) return;
    const { rootDir, environment } = this.#options;
    const repetition = environment[REPETITION_VARIABLE];
    const facts: RunFacts = {
      id: run.id,
      startedAt: Date.parse(run.startedAt),
      durationMs: run.durationMs,
      runner: `${run.runner.name} ${run.runner.version}`,
      environment: run.environment,
      ci: run.ci,
      ...readRevision(resolve(rootDir), environment, (path) => {
        try {
          return fileSystem.readText(path, 'utf8');
        } catch {
          return undefined;
        }
      }),
      ...(run.seed === undefined ? {} : { seed: run.seed }),
      ...(run.shard === undefined ? {} : { shard: run.shard }),
      ...(run.interrupted === null ? {} : { interrupted: run.interrupted }),
      ...(repetition === undefined || repetition === '' ? {} : { repetition }),
    };
    this.#recorder.keep(facts, failures, mask);
  }
}
