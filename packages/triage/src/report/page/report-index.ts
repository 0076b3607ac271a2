import type { Incident, Report, ReportFailure } from '../report.js';
import { reportRoot } from '../report-root.js';
import { searchText } from './search-text.js';

/** A report with its rows found by id. */
export class ReportIndex {
  readonly report: Report;
  /** The project's folder as stacks print it; undefined where none shows it. */
  readonly root: string | undefined;
  readonly #failures: ReadonlyMap<string, ReportFailure>;
  readonly #incidents: ReadonlyMap<string, Incident>;
  readonly #texts = new Map<ReportFailure, string>();

  constructor(report: Report) {
    this.report = report;
    this.root = reportRoot(report.failures);
    this.#failures = new Map(report.failures.map((failure) => [failure.id, failure]));
    this.#incidents = new Map(report.incidents.map((incident) => [incident.id, incident]));
  }

  failure(id: string): ReportFailure | undefined {
    return this.#failures.get(id);
  }

  incident(id: string): Incident | undefined {
    return this.#incidents.get(id);
  }

  /** The most telling one first. */
  failuresOf({ failures }: Incident): readonly ReportFailure[] {
    return failures.flatMap((id) => this.#failures.get(id) ?? []);
  }

  /** All that is searched of a failure, in lower case; made when it is first asked for. */
  textOf(failure: ReportFailure): string {
    const known = this.#texts.get(failure);
    if (known !== undefined) return known;
    const text = searchText(failure, this.#incidents.get(failure.incident));
    this.#texts.set(failure, text);
    return text;
  }
}
