import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { InputError } from '../input-error.js';

const FORMATS = ['text', 'markdown', 'html', 'csv', 'json'] as const;
const MORE_FORMATS = ['ctrf', 'junit', 'agent'] as const;
const PRINTED = [...FORMATS, ...MORE_FORMATS, 'annotations'] as const;
const LOG_FORMATS = [
  'junit',
  'report',
  'ctrf',
  'jest-json',
  'vitest-blob',
  'tap',
  'pytest',
  'exunit',
  'vitest-console',
  'jest-console',
] as const;

export const triage = defineCommand({
  name: 'triage',
  summary: 'Give every failure in the logs of a finished run a verdict',
  description:
    'Reads what a run left behind, whichever tool ran it, and says of every failure what kind it is, which cause it ' +
    'has, how that is known and what to do next; failures of one cause are one incident. Understands JUnit XML, the ' +
    'JSON of Jest and Vitest, Vitest blobs, CTRF, TAP, report.json, and what Jest, Vitest, pytest and ExUnit print. ' +
    'The format is found by content.',
  arguments: [
    { name: 'FILE', summary: 'logs: files, folders, globs, or - for standard input', variadic: true },
  ],
  options: {
    output: {
      kind: 'text',
      value: 'DIR',
      short: 'o',
      summary: 'folder for the reports; none are written without it',
    },
    reports: {
      kind: 'list',
      value: 'KIND',
      choices: [...FORMATS, ...MORE_FORMATS],
      summary: 'which reports to write (default: text, markdown, html, csv, json)',
    },
    print: {
      kind: 'text',
      value: 'KIND',
      choices: PRINTED,
      summary: 'print this report in place of the summary',
    },
    format: {
      kind: 'text',
      value: 'FORMAT',
      choices: LOG_FORMATS,
      summary: 'format of the logs, where they do not show it',
    },
    root: {
      kind: 'text',
      value: 'DIR',
      summary: 'folder of the project that the logs are of (default: the current one)',
    },
    config: {
      kind: 'text',
      value: 'FILE',
      summary: 'reporter options (areas, rules, masks): a .json, .mjs or .js file',
    },
    environment: {
      kind: 'text',
      value: 'NAME',
      summary: 'name of the environment that the run took place in',
    },
    incidents: {
      kind: 'number',
      value: 'N',
      min: 1,
      whole: true,
      summary: 'how many incidents to print (default: 10)',
    },
    annotations: { kind: 'flag', summary: 'print annotations for GitHub (default: on GitHub Actions)' },
  },
  examples: [
    { command: 'holdfast triage junit.xml', says: 'Judge what a CI run left behind:' },
    {
      command: 'holdfast triage -o holdfast-report "artifacts/**/*.xml"',
      says: 'Several files, reports for a folder:',
    },
    { command: 'pytest -v 2>&1 | holdfast triage -', says: 'What a run prints, from standard input:' },
    { command: 'holdfast triage --print agent junit.xml', says: 'In short, for a coding agent:' },
    { command: 'holdfast triage --json report.xml | jq .report.incidents', says: 'For another program:' },
  ],
  exitCodes: { 0: 'every test in the logs passed', 1: 'a test failed, or something beside the tests did' },
  async run({ arguments: files, options, json }, context) {
    const [{ findLogs, triageLogs, readReporterOptions }, { resolve }] = await Promise.all([
      import('@holdfast/triage/logs'),
      import('node:path'),
    ]);
    const { cwd, env } = context;
    const rootDir = resolve(cwd, options.root ?? '.');
    const given = options.config === undefined ? {} : await readReporterOptions(resolve(cwd, options.config));
    if ('problem' in given) throw new InputError(`--config ${options.config}: ${given.problem}`);
    const { sources, missing } = await findLogs(
      files,
      cwd,
      context.stdin,
      options.output === undefined ? undefined : resolve(cwd, options.output),
    );
    for (const sentence of missing) context.stderr.write(`error: ${sentence}\n`);
    if (sources.length === 0) throw new InputError('there is no log to read');
    const { createProgress } = await import('../progress.js');
    const progress = createProgress(context);
    const formats =
      options.reports.length > 0
        ? (options.reports as (typeof FORMATS | typeof MORE_FORMATS)[number][])
        : FORMATS;
    const result = await triageLogs({
      rootDir,
      sources,
      ...(options.format === undefined ? {} : { format: options.format }),
      options: {
        ...given,
        ...(options.output === undefined ? {} : { outputDir: resolve(cwd, options.output) }),
        formats,
        ...(options.environment === undefined ? {} : { environment: options.environment }),
        ...(options.incidents === undefined ? {} : { maxIncidents: options.incidents }),
        ...(options.annotations ? { annotations: true } : {}),
      },
      writes: options.output !== undefined,
      ...(options.print === 'ctrf' || options.print === 'junit' ? { listsTests: true } : {}),
      environment: env,
      screen: context.screen,
      progress: progress.show,
    });
    progress.clear();
    for (const { log, line, reason } of result.unread) {
      context.stderr.write(`error: ${log}${line === undefined ? '' : `:${line}`}: ${reason}\n`);
    }
    const { report, logs, unread, written } = result;
    const [{ renderReport, workspaceFolder }, { readable }, { isRed }] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('../project/readable.js'),
      import('../project/is-red.js'),
    ]);
    const printed = (): string =>
      options.print === undefined
        ? `${readable(result.summary, 'terminal', env)}${result.annotations}`
        : readable(renderReport(report, options.print, workspaceFolder(env, rootDir)), options.print, env);
    const isUnread = unread.length > 0 || missing.length > 0;
    return {
      exitCode: isUnread ? EXIT_CODE.input : isRed(report) ? EXIT_CODE.found : EXIT_CODE.ok,
      text: json ? '' : printed(),
      json: { report, logs, unread, written },
    };
  },
});
