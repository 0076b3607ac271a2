import type { FileOutcome, TestCounts } from '@holdfast/triage';
import { fileOutcome } from '../translate/file-outcome.js';
import type { JestAssertion } from '../translate/jest-results.js';

type Counts = { -readonly [Key in keyof TestCounts]: TestCounts[Key] };

const MEMBERS: Readonly<Record<string, keyof TestCounts>> = {
  passed: 'passed',
  failed: 'failed',
  todo: 'todo',
};

/** What is known of a test file while it runs, for the case that nobody lives to see its end. */
export class RunningFile {
  readonly #path: string;
  readonly #counts: Counts = { passed: 0, failed: 0, skipped: 0, todo: 0 };
  readonly #failed: JestAssertion[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  /** Jest tells of every attempt; a later one takes the place of the one before. */
  testFinished(test: JestAssertion): void {
    const { status, invocations } = test;
    if (invocations !== undefined && invocations > 1) this.#forget(test);
    if (status === 'passed') this.#counts.passed += 1;
    else this.#counts[MEMBERS[status] ?? 'skipped'] += 1;
    if (status === 'failed') this.#failed.push(test);
  }

  outcome(project?: string): FileOutcome {
    const { passed, failed, skipped, todo } = this.#counts;
    const told = fileOutcome(
      {
        testFilePath: this.#path,
        testResults: this.#failed,
        numPassingTests: passed,
        numFailingTests: failed,
        numPendingTests: skipped,
        numTodoTests: todo,
      },
      project,
    );
    return { ...told, unfinished: true };
  }

  #forget({ fullName, title }: JestAssertion): void {
    const index = this.#failed.findIndex((test) => test.fullName === fullName && test.title === title);
    if (index < 0) return;
    this.#failed.splice(index, 1);
    this.#counts.failed -= 1;
  }
}
