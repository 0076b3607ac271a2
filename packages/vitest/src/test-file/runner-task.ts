import type { VitestFile, VitestSuite, VitestTest } from '../translate/vitest-task.js';

/** A group as a worker holds it. */
export interface RunningSuite extends VitestSuite {
  readonly suite?: RunningSuite | undefined;
}

/** A test as a worker holds it. */
export interface RunningTest extends VitestTest {
  readonly file: VitestFile;
  readonly suite?: RunningSuite | undefined;
  /** Callbacks for the end of the attempt; Vitest empties it after each attempt, and calls the first one last. */
  onFinished?: (() => unknown)[] | undefined;
}

/** Names of the groups around a test or of a group and those around it, outermost first. */
export const levelsOf = (suite: RunningSuite | undefined): string[] => {
  const levels: string[] = [];
  for (let one = suite; one !== undefined && !('filepath' in one); one = one.suite) levels.unshift(one.name);
  return levels;
};
