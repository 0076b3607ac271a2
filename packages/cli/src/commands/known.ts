import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { HISTORY_OPTION } from '../project-options.js';

export const known = defineCommand({
  name: 'known',
  summary: 'List corrections, quarantined tests and tuning decisions, and what has become of them',
  description:
    'Says which quarantined tests have expired and which seem fixed: not failed like this in ten runs or more. Reads ' +
    'holdfast.known.json in the current folder.',
  options: {
    history: HISTORY_OPTION,
  },
  examples: [{ command: 'holdfast known', says: 'What is known, and what is to be tidied:' }],
  exitCodes: {
    0: 'nothing is to be tidied',
    1: 'a quarantine has expired or seems fixed, or there are more than the cap allows',
  },
  async run({ options, json }, { cwd }) {
    const [analysis, { openHistory }, { today }] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('../project/open-history.js'),
      import('../project/change-known.js'),
    ]);
    const { failureHistories, quietRuns, readKnownFile, renderKnown, reviewQuarantine } = analysis;
    const { known: list, problems } = readKnownFile(cwd);
    const history = openHistory(options.history, cwd).read();
    const sought = list.quarantined.map(({ project = null, ...entry }) => ({ ...entry, project }));
    const histories = failureHistories(history, sought);
    const quiet = quietRuns(history, sought);
    const reviewed = reviewQuarantine(
      list,
      (entry) => {
        const index = list.quarantined.indexOf(entry);
        return { history: histories[index], quietRuns: quiet[index] ?? 0 };
      },
      today(),
    );
    const isUntidy =
      reviewed.length > list.quarantineCap ||
      reviewed.some(({ state }) => state === 'expired' || state === 'fixed');
    return {
      exitCode: problems.length > 0 ? EXIT_CODE.input : isUntidy ? EXIT_CODE.found : EXIT_CODE.ok,
      text: json ? '' : renderKnown(list, reviewed, problems),
      json: { ...list, quarantined: reviewed, problems },
    };
  },
});
