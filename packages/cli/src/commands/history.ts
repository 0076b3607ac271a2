import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { HISTORY_OPTION } from '../project-options.js';

const MOST_TESTS = 20;

export const history = defineCommand({
  name: 'history',
  summary: 'Say what all runs tell of the tests: pass rates, flips, causes over time, slow-downs',
  description:
    'Answers from the outcomes that the reporter keeps of every run. A pass rate comes with the interval in which the ' +
    'true one lies; a test is called flaky from ten runs on. Outages, one incident that takes down many tests, count ' +
    'against no test.',
  arguments: [
    {
      name: 'PATTERN',
      summary: 'part of a file or a title, in any case; tells those tests in full',
      optional: true,
    },
  ],
  options: {
    history: HISTORY_OPTION,
    branch: { kind: 'text', value: 'NAME', summary: 'runs of this branch alone' },
    environment: { kind: 'text', value: 'NAME', summary: 'runs of this environment alone' },
    last: { kind: 'number', value: 'N', min: 1, whole: true, summary: 'the latest N runs alone' },
    since: { kind: 'text', value: 'DATE', summary: 'runs since this day alone' },
    limit: {
      kind: 'number',
      value: 'N',
      min: 1,
      whole: true,
      summary: `how many tests to print (default: ${MOST_TESTS})`,
    },
    'delete-before': {
      kind: 'text',
      value: 'DATE',
      summary: 'delete the runs of all months before the one of this day',
    },
  },
  examples: [
    { command: 'holdfast history', says: 'What failed, flipped or became slower, the worst first:' },
    { command: 'holdfast history "pays at once"', says: 'One test in full:' },
    { command: 'holdfast history --branch main --last 50', says: 'The latest 50 runs of a branch:' },
  ],
  exitCodes: { 0: 'done', 1: 'no test fits the pattern' },
  async run({ arguments: [pattern], options, json }, context) {
    const { renderHistory, sortSummaries, summariseTests } = await import('@holdfast/triage/analysis');
    const { openHistory } = await import('../project/open-history.js');
    const { checkDate } = await import('../project/change-known.js');
    const store = openHistory(options.history, context.cwd);
    if (options['delete-before'] !== undefined) {
      const names = store.removeBefore(Date.parse(checkDate('delete-before', options['delete-before'])));
      const text = names.length === 0 ? 'No month is that old.' : `Deleted ${names.join(', ')}`;
      return { exitCode: EXIT_CODE.ok, text, json: { deleted: names } };
    }
    const since = options.since === undefined ? undefined : Date.parse(checkDate('since', options.since));
    const read = store.read(since === undefined ? {} : { since });
    const fitting = read.runs.filter(
      ({ branch, environment }) =>
        (options.branch === undefined || branch === options.branch) &&
        (options.environment === undefined || environment === options.environment),
    );
    const runs = options.last === undefined ? fitting : fitting.slice(-options.last);
    const lowered = pattern?.toLowerCase();
    const summaries = summariseTests(
      { ...read, runs },
      (file, title) => lowered === undefined || [file, ...title].join(' > ').toLowerCase().includes(lowered),
    );
    const { screen } = context;
    const view = { screen, most: options.limit ?? MOST_TESTS, isAsked: pattern !== undefined };
    return {
      exitCode: pattern !== undefined && summaries.length === 0 ? EXIT_CODE.found : EXIT_CODE.ok,
      text: json ? '' : renderHistory({ runs, gaps: read.gaps }, summaries, view),
      json: {
        runs: runs.map(({ files: _, failures, others, ...facts }) => ({
          ...facts,
          failures: failures.length,
          others: others.length,
        })),
        tests: sortSummaries(summaries),
        gaps: read.gaps,
      },
    };
  },
});
