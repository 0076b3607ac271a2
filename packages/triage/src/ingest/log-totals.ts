import type { RunnerTotals } from '../outcome.js';
import type { LocatedFailure } from '../session/located-failure.js';
import type { LogCollector } from './log-collector.js';

/** Totals over all logs, by what was read in them. */
export const logTotals = (
  { logs, files }: LogCollector,
  located: readonly LocatedFailure[],
): RunnerTotals => {
  const sum = (status: 'passed' | 'failed' | 'skipped' | 'todo'): number =>
    logs.reduce((total, { tests }) => total + tests[status], 0);
  const broken = new Set(
    located.flatMap(({ failure }) =>
      failure.kind !== 'test' && failure.file !== undefined ? [failure.file] : [],
    ),
  );
  const fileCounts = { passed: 0, failed: 0, skipped: 0 };
  for (const [file, { passed, failed }] of files) {
    if (file === '') continue;
    const isBroken = failed > 0 || [...broken].some((name) => file.endsWith(name));
    fileCounts[isBroken ? 'failed' : passed > 0 ? 'passed' : 'skipped'] += 1;
  }
  const tests = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), todo: sum('todo') };
  const isRed = tests.failed > 0 || located.some(({ failure }) => failure.kind !== 'test');
  return { tests, files: fileCounts, failed: isRed };
};
