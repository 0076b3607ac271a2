import { count, cutShort } from '../phrases.js';
import type { Report } from '../report.js';

/** What stands in place of the incidents where the report has no failure. Says that nothing failed only where that is known. */
export const noFailuresLine = ({ totals, run }: Report): string => {
  if (totals.failed > 0)
    return `The runner counted ${count(totals.failed, 'failed test')} and told nothing of ${totals.failed === 1 ? 'it' : 'them'}.`;
  const said = totals.passed === 0 ? 'No test ran' : 'Nothing failed';
  return run.interrupted === null ? `${said}.` : `${said}; the run was ${cutShort(run.interrupted)}.`;
};
