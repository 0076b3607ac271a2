import type { ErrorSnapshot, JsonValue, MachineFacts, MachineProfile, Phase } from '@holdfast/journal';

/** What it was that failed. */
export type FailureKind =
  /** A test, in its body or in one of its hooks. */
  | 'test'
  /** A beforeAll or afterAll that failed apart from any test. */
  | 'hook'
  /** A test file that did not load, or holds no test. */
  | 'file'
  /** A worker that exited, was killed or ran out of memory. */
  | 'worker'
  /** An unhandled error that no test owned. */
  | 'unhandled'
  /** Global set-up or tear-down, or the runner itself. */
  | 'run';

/** One execution of a test. */
export interface Attempt {
  /** From 1. */
  readonly number: number;
  readonly status: 'passed' | 'failed';
  /** Empty for a passed attempt, and for a failed one whose error is not known. */
  readonly errors: readonly ErrorSnapshot[];
  readonly phase: Phase;
  readonly durationMs?: number;
  /** The time limit that applied, in milliseconds. */
  readonly limitMs?: number;
  readonly machine?: MachineFacts;
}

/** A fact recorded near the failure by a fixture, a helper or the test itself. */
export interface Evidence {
  readonly name: string;
  readonly data: { readonly [key: string]: JsonValue };
}

/** What other runs of the same code say. Absent members are not known. */
export interface Observed {
  /** An attempt of the same code passed. */
  readonly passesOnRerun?: boolean;
  /** The test passes when it is run alone. */
  readonly failsOnlyInFullRun?: boolean;
  readonly failsOnlyOnCI?: boolean;
  /** The one platform it fails on: `windows`, `macos`, `linux`, ... */
  readonly failsOnlyOnPlatform?: string;
}

/** Anything that makes a run red, and a test that passed only on retry. Plain data. */
export interface Failure {
  readonly kind: FailureKind;
  /** Describe levels from outermost to innermost, then the test's title; empty for a whole file or run. */
  readonly title: readonly string[];
  /** Path of the test file from the project's root, with forward slashes. */
  readonly file?: string;
  /** Line of the test file that the failure points at, from 1. */
  readonly line?: number;
  readonly column?: number;
  /** Name of the runner's project, where there are several. */
  readonly project?: string;
  /** In order; the last one decided the outcome. Never empty. */
  readonly attempts: readonly Attempt[];
  /** True where a later attempt passed. */
  readonly flaky: boolean;
  readonly tags?: readonly string[];
  readonly evidence?: readonly Evidence[];
  readonly observed?: Observed;
  /** What the machine was able to do when the run began; absent where nobody measured it. */
  readonly profile?: Pick<MachineProfile, 'cores' | 'speed' | 'load'>;
}
