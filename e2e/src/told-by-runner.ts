import type { RunResult } from './run-project.js';

/** Members that tell when and how long, and what Holdfast may add. */
const PASSING = /^(?:startTime|endTime|duration|startAt|runtime|holdfast)$/;
/** What differs between two runs: times, processes, and whether Node came to timers on its own. */
const CHANCE = /\b\d+ ms\b|\bpid=\d+|\n +at [^\n]*\(node:internal\/[^\n]*/g;

/**
 * All that the runner says in its JSON, in its order; files, which run side by side, in that of their names. Equal for
 * two runs of the same tests.
 */
export const toldByRunner = ({ runnerJson, directory }: RunResult): unknown => {
  const json = JSON.parse(
    JSON.stringify(runnerJson ?? null, (key, value) => {
      if (PASSING.test(key)) return undefined;
      return typeof value === 'string' ? value.replaceAll(directory, '').replace(CHANCE, '') : value;
    }),
  );
  json?.testResults.sort((a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name));
  return json;
};
