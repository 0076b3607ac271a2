import { holdsHoldfast } from './holds-holdfast.js';

/** The part of a root configuration that decides about reporters. */
export interface RootTestConfig {
  reporters?: unknown;
  readonly projects?: unknown;
  readonly workspace?: unknown;
}

/** What Vitest takes where a configuration names none. Vitest 5 tells; before, it is one of two. */
const defaultReporters = async (): Promise<readonly unknown[]> => {
  const { configDefaults } = (await import('vitest/config')) as {
    configDefaults?: { reporters?: readonly unknown[] };
  };
  const told = configDefaults?.reporters ?? [];
  if (told.length > 0) return told;
  return process.env.GITHUB_ACTIONS === 'true' ? ['default', 'github-actions'] : ['default'];
};

const listOf = (reporters: unknown): readonly unknown[] => {
  if (reporters === undefined) return [];
  return Array.isArray(reporters) ? reporters : [reporters];
};

/**
 * Lists the reporter in a configuration with projects. Vitest asks plugins of the root nothing more where its
 * projects have configurations of their own; without projects it does, and tells the defaults itself.
 */
export const withReporter = async (test: RootTestConfig, reporter: object): Promise<void> => {
  if (test.projects === undefined && test.workspace === undefined) return;
  const listed = listOf(test.reporters);
  if (holdsHoldfast(listed)) return;
  test.reporters = [reporter, ...(listed.length > 0 ? listed : await defaultReporters())];
};
