import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { FAILURE_ARGUMENT, REPORT_OPTION } from '../project-options.js';

export const explain = defineCommand({
  name: 'explain',
  summary: 'Print one verdict in full, with its evidence, attempts and earlier runs',
  arguments: [FAILURE_ARGUMENT],
  options: {
    report: REPORT_OPTION,
  },
  examples: [
    { command: 'holdfast explain f-1k2m3n4p5q', says: 'A failure of the latest run:' },
    { command: 'holdfast explain "pays at once"', says: 'By a part of its title:' },
  ],
  async run({ arguments: [word = ''], options, json }, { cwd, screen }) {
    const [{ renderExplanation }, { loadReport }, { findFailure }] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('../project/load-report.js'),
      import('../project/find-failure.js'),
    ]);
    const report = await loadReport(options.report, cwd);
    const failure = findFailure(report, word);
    return {
      exitCode: EXIT_CODE.ok,
      text: json ? '' : renderExplanation(report, failure, screen.colors),
      json: failure,
    };
  },
});
