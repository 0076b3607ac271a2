/** Passed and failed tests of something that has a name: a folder, an area. */
interface NamedCounts {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
}

/** Adds up what has the same name in several runs. */
export const sumRates = (rates: readonly NamedCounts[]): ReadonlyMap<string, Omit<NamedCounts, 'name'>> => {
  const sums = new Map<string, Omit<NamedCounts, 'name'>>();
  for (const { name, passed, failed } of rates) {
    const known = sums.get(name) ?? { passed: 0, failed: 0 };
    sums.set(name, { passed: known.passed + passed, failed: known.failed + failed });
  }
  return sums;
};
