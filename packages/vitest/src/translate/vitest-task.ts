/*
 * What Vitest 3.2, 4 and 5 know of a test file in the main process, as far as it is read here. Declared anew
 * and loosely: the objects came out of workers, and these members are the same in all three.
 */

export type TaskState = 'run' | 'skip' | 'only' | 'todo' | 'queued' | 'pass' | 'fail';

/** State of each kind of hook; `run` where one began and did not end well. */
export type HookStates = Readonly<Partial<Record<string, string>>>;

/** One execution of a test. Vitest 5 only. */
export interface VitestAttempt {
  readonly state: string;
  readonly errors?: readonly unknown[] | undefined;
}

export interface VitestResult {
  readonly state?: TaskState;
  readonly errors?: readonly unknown[] | undefined;
  readonly duration?: number;
  readonly startTime?: number;
  readonly retryCount?: number;
  readonly repeatCount?: number;
  readonly hooks?: HookStates;
  readonly attempts?: readonly VitestAttempt[];
  /** The test left itself out while it ran. */
  readonly pending?: boolean;
  /** Why it did. */
  readonly note?: string | undefined;
}

interface VitestTaskBase {
  readonly id: string;
  readonly name: string;
  readonly mode: string;
  readonly result?: VitestResult | undefined;
  readonly location?: { readonly line: number; readonly column: number } | undefined;
  readonly tags?: readonly string[] | undefined;
}

export interface VitestTest extends VitestTaskBase {
  readonly type: 'test';
  /** Milliseconds. */
  readonly timeout?: number | undefined;
  /** Marked as expected to fail. */
  readonly fails?: boolean | undefined;
}

export interface VitestSuite extends VitestTaskBase {
  readonly type: 'suite';
  readonly tasks: readonly VitestTask[];
}

export interface VitestFile extends VitestSuite {
  /** Absolute path, with forward slashes. */
  readonly filepath: string;
  readonly projectName?: string | undefined;
}

export type VitestTask = VitestTest | VitestSuite;
