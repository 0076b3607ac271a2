import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { InputError } from '../input-error.js';

export const merge = defineCommand({
  name: 'merge',
  summary: 'Join the reports of shards, runners or machines into one',
  description:
    'Totals are the sums, and incidents are grouped anew: one dead database is one incident over all shards. A report ' +
    'that comes twice counts once. One that cannot be read is named and left out, and the others are joined; then, and ' +
    'where a shard is missing, the joined report is that of a run that was cut short, which no gate calls green.',
  arguments: [
    {
      name: 'REPORT',
      summary: 'report.json files, folders that hold one, or logs of other tools',
      variadic: true,
    },
  ],
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
    2: 'a report could not be read, or the joined ones not be written; standard error says which and why',
    3: 'joined, and nothing failed, but a shard is missing or a run was cut short',
  },
  async run({ arguments: paths, options, json }, { cwd, screen, stderr }) {
    const [
      { DEFAULT_OPTIONS, mergeReports, renderTerminal, writeReports },
      { findReport },
      { isRed },
      { relative, resolve },
    ] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('../project/load-report.js'),
      import('../project/is-red.js'),
      import('node:path'),
    ]);
    const found = await Promise.all(paths.map((path) => findReport(path, cwd)));
    const unread = found.flatMap((one) => ('problem' in one ? [one.problem] : []));
    const [first, ...others] = found.flatMap((one) => ('report' in one ? [one.report] : []));
    for (const problem of unread) stderr.write(`error: ${problem}\n`);
    if (first === undefined) throw new InputError('there is no report to merge');
    const report = mergeReports([first, ...others], unread);
    const outputDir = resolve(cwd, options.output ?? 'holdfast-report');
    const { written, gaps } = writeReports(report, outputDir, DEFAULT_OPTIONS.formats);
    for (const gap of gaps) stderr.write(`error: ${gap}\n`);
    const reports = written[0] === undefined ? '' : relative(cwd, written[0]);
    const isCut = report.run.interrupted !== null;
    return {
      exitCode:
        unread.length + gaps.length > 0
          ? EXIT_CODE.input
          : isRed(report)
            ? EXIT_CODE.found
            : isCut
              ? EXIT_CODE.undecided
              : EXIT_CODE.ok,
      text: json ? '' : renderTerminal(report, { screen, maxIncidents: 10, reports }),
      json: { report, written, unread },
    };
  },
});
