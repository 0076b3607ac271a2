import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { HISTORY_OPTION } from '../project-options.js';

const FORMATS = ['text', 'markdown'] as const;

export const compare = defineCommand({
  name: 'compare',
  summary: 'Compare two runs, reports, branches or tags: newly failing, fixed, slower',
  description:
    'A side is a report, "latest", "previous", the id of a run, a branch, or anything that git takes for a commit. A ' +
    'branch or commit stands for its latest twenty runs in the history: the last one says how a test stands, all of ' +
    'them how steady and how fast it is. A change of durations is told only where noise does not explain it.',
  arguments: [
    { name: 'BEFORE', summary: 'what it is compared with' },
    { name: 'AFTER', summary: 'what is compared' },
  ],
  options: {
    format: {
      kind: 'text',
      value: 'FORMAT',
      choices: FORMATS,
      summary: 'text, or markdown for a pull request',
    },
    history: HISTORY_OPTION,
  },
  examples: [
    { command: 'holdfast compare previous latest', says: 'The last two runs:' },
    { command: 'holdfast compare main my-branch', says: 'Two branches:' },
    { command: 'holdfast compare v1.2.0 HEAD --format markdown', says: 'A release and what is checked out:' },
    { command: 'holdfast compare old/report.json holdfast-report', says: 'Two reports:' },
  ],
  exitCodes: {
    0: 'nothing is newly failing',
    1: 'something is newly failing, fails in another way than before, or keeps tests from running',
  },
  async run({ arguments: [before = '', after = ''], options, json }, { cwd, screen }) {
    const [{ compareSides, renderComparison, renderComparisonMarkdown }, { openHistory }, { resolveSide }] =
      await Promise.all([
        import('@holdfast/triage/analysis'),
        import('../project/open-history.js'),
        import('../project/resolve-side.js'),
      ]);
    const history = openHistory(options.history, cwd).read();
    const comparison = compareSides(
      await resolveSide(before, history, cwd),
      await resolveSide(after, history, cwd),
    );
    const { newlyFailing, newlyBroken, stillFailing } = comparison;
    const isWorse =
      newlyFailing.length + newlyBroken.length > 0 ||
      stillFailing.some(({ sameFailure }) => sameFailure === false);
    const text =
      options.format === 'markdown'
        ? renderComparisonMarkdown(comparison)
        : renderComparison(comparison, screen);
    return { exitCode: isWorse ? EXIT_CODE.found : EXIT_CODE.ok, text: json ? '' : text, json: comparison };
  },
});
