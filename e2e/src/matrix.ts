export type RunnerId = 'jest-29' | 'jest-30' | 'vitest-3' | 'vitest-4' | 'vitest-5';
export type JestMode = 'in-band' | 'processes' | 'worker-threads';
export type VitestMode = 'forks' | 'threads' | 'vmThreads';

/** One way of running a project: a runner in one version, with one kind of worker. */
export interface Setting {
  readonly runner: RunnerId;
  readonly mode: JestMode | VitestMode;
}

export const isJest = (setting: Setting): boolean => setting.runner.startsWith('jest');

const JEST_MODES: readonly JestMode[] = ['processes', 'in-band', 'worker-threads'];
const VITEST_MODES: readonly VitestMode[] = ['forks', 'threads', 'vmThreads'];

/** Every supported runner with every kind of worker. */
export const FULL_MATRIX: readonly Setting[] = [
  ...(['jest-29', 'jest-30'] as const).flatMap((runner) => JEST_MODES.map((mode) => ({ runner, mode }))),
  ...(['vitest-3', 'vitest-4', 'vitest-5'] as const).flatMap((runner) =>
    VITEST_MODES.map((mode) => ({ runner, mode })),
  ),
];

/** Every supported runner, each with the kind of worker that it uses by default. */
export const DEFAULT_MODES: readonly Setting[] = FULL_MATRIX.filter(
  ({ mode }) => mode === 'processes' || mode === 'forks',
);
