import type { LogSink } from '../log-sink.js';

/** As Vitest, Jest, pytest-cov and coverage.py say that a run is red though every test passed. */
const SHORTFALL =
  /^(?:ERROR: Coverage for .+ does not meet .*threshold|Jest: .*coverage (?:threshold|data) for .+ (?:not met|was not found)|(?:FAIL |ERROR: )?Required test coverage of .+ not reached|ERROR: Coverage failure: )/;

/** Lines by which a runner calls a run red for want of coverage. */
export class CoverageShortfall {
  readonly #lines: string[] = [];

  /** Whether the line was one of them. */
  take(line: string): boolean {
    if (!SHORTFALL.test(line)) return false;
    if (!this.#lines.includes(line)) this.#lines.push(line);
    return true;
  }

  /** One failure of the run for all of them; nothing where there were none. */
  tell(sink: LogSink): void {
    if (this.#lines.length === 0) return;
    const errors = [{ message: this.#lines.join('\n') }];
    sink.test({ kind: 'run', title: [], status: 'failed', errors });
  }
}
