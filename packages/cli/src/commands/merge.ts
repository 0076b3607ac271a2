import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { InputError } from '../input-error.js';

export const merge = defineCommand({
  name: 'merge',
  summary: 'Join the reports of shards, runners or machines into one',
  description:
    'Totals are the sums, and incidents are grouped anew: one dead database is one incident over all shards. A shard ' +
    'that is missing is said so; a report that comes twice counts once.',
  arguments: [{ name: 'REPORT', summary: 'report.json files, or folders that hold one', variadic: true }],
  options: {
    output: {
      kind: 'text',
      value: 'DIR',
      short: 'o',
      summary: 'folder for the joined reports (default: holdfast-report)',
    },
  },
  examples: [
    { command: 'holdfast merge shard-*/ -o holdfast-report', says: 'The shards of a CI run:' },
    { command: 'holdfast merge jest/report.json vitest/report.json', says: 'Two runners:' },
  ],
  exitCodes: {
    0: 'joined, and every test passed',
    1: 'joined, and a test failed, or something beside the tests did',
  },
  async run({ arguments: paths, options, json }, { cwd, screen, stderr }) {
    const [
      { DEFAULT_OPTIONS, mergeReports, renderTerminal, writeReports },
      { loadReport },
      { relative, resolve },
    ] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('../project/load-report.js'),
      import('node:path'),
    ]);
    const [first, ...others] = await Promise.all(paths.map((path) => loadReport(path, cwd)));
    if (first === undefined) throw new InputError('there is no report to merge');
    const report = mergeReports([first, ...others]);
    const outputDir = resolve(cwd, options.output ?? 'holdfast-report');
    const { written, gaps } = writeReports(report, outputDir, DEFAULT_OPTIONS.formats);
    for (const gap of gaps) stderr.write(`error: ${gap}\n`);
    const isRed = report.totals.failed > 0 || report.totals.otherFailures > 0;
    const reports = written[0] === undefined ? '' : relative(cwd, written[0]);
    return {
      exitCode: gaps.length > 0 ? EXIT_CODE.input : isRed ? EXIT_CODE.found : EXIT_CODE.ok,
      text: json ? '' : renderTerminal(report, { screen, maxIncidents: 10, reports }),
      json: { report, written },
    };
  },
});
