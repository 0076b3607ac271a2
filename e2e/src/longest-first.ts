import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take half a minute and more on two quiet cores, the longest first. On a fresh clone Vitest knows nothing of them,
 * and one that begins last would run alone at the end.
 */
const LONGEST: readonly string[] = [
  'e2e/test/commands.test.ts',
  'e2e/test/cases/jest-29.test.ts',
  'e2e/test/cases/jest-30.test.ts',
  'e2e/test/vitest.test.ts',
  'e2e/test/cases/vitest-3.test.ts',
  'e2e/test/cases/vitest-4.test.ts',
  'e2e/test/cases/vitest-5.test.ts',
  'e2e/test/leases.test.ts',
  'e2e/test/jest.test.ts',
  'e2e/test/pools.test.ts',
  'e2e/test/crashes.test.ts',
  'e2e/test/interruptions.test.ts',
  'e2e/test/settings.test.ts',
  'e2e/test/adaptive.test.ts',
  'e2e/test/leaks.test.ts',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(name));
  return rank < 0 ? LONGEST.length : rank;
};

/** Begins with the files that take longest, so that the workers end at about the same time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((left, right) => rankOf(left) - rankOf(right));
  }
}
