import type { Report } from '@holdfast/triage';

/** The part of a report's row on which both runners must agree. */
export interface Row {
  readonly file: string | null;
  readonly title: string;
  readonly kind: string;
  readonly phase: string;
  readonly verdict: string;
  readonly flaky: boolean;
  /** How many attempts have a known error. */
  readonly errors: number;
}

export const rowsOf = (report: Report): Row[] =>
  report.failures
    .map((failure) => ({
      file: failure.file,
      title: failure.title.join(' > '),
      kind: failure.kind,
      phase: failure.attempts.find((attempt) => attempt.status === 'failed')?.phase ?? '',
      verdict: `${failure.verdict.category}/${failure.verdict.cause}`,
      flaky: failure.flaky,
      errors: failure.attempts.filter((attempt) => attempt.errors.length > 0).length,
    }))
    .sort((a, b) => `${a.file} ${a.title} ${a.kind}`.localeCompare(`${b.file} ${b.title} ${b.kind}`));
