import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { DEFAULT_REPORT } from '../project-options.js';

const FORMATS = ['text', 'html', 'markdown', 'agent', 'ctrf', 'junit', 'csv', 'json', 'annotations'] as const;
const LISTING: readonly string[] = ['ctrf', 'junit'];

export const report = defineCommand({
  name: 'report',
  summary:
    'Render a report in another format: HTML, CTRF, JUnit XML, Markdown, annotations, in short for agents',
  description:
    'Renders a report that is there, without judging anew. FILE is a report.json, a folder that holds one, or the log ' +
    'of another tool. CTRF and JUnit XML list passed tests where the report names them: where it was written with ' +
    'the format ctrf or junit, or FILE is a log.',
  arguments: [{ name: 'FILE', summary: `the report (default: ${DEFAULT_REPORT})`, optional: true }],
  options: {
    format: {
      kind: 'text',
      value: 'FORMAT',
      choices: FORMATS,
      short: 'f',
      summary: 'what to render (default: text)',
    },
    output: { kind: 'text', value: 'FILE', short: 'o', summary: 'write to a file, not to standard output' },
  },
  examples: [
    { command: 'holdfast report --format agent', says: 'In short, for a coding agent:' },
    {
      command: 'holdfast report --format markdown >> "$GITHUB_STEP_SUMMARY"',
      says: 'The summary of a job on GitHub:',
    },
    { command: 'holdfast report --format html -o report.html', says: 'The page to open in a browser:' },
    { command: 'holdfast report --format annotations', says: 'Annotations on GitHub:' },
    { command: 'holdfast report --format junit -o junit.xml', says: 'For a CI service that reads JUnit:' },
    { command: 'holdfast report --format ctrf pytest.xml', says: 'The log of another tool, as CTRF:' },
  ],
  exitCodes: { 0: 'rendered, whatever the run came to' },
  async run({ arguments: [file], options }, { cwd, stderr, env }) {
    const [{ renderReport, workspaceFolder }, { loadReport }, { readable }, { resolve }, { writeFileSync }] =
      await Promise.all([
        import('@holdfast/triage/analysis'),
        import('../project/load-report.js'),
        import('../project/readable.js'),
        import('node:path'),
        import('node:fs'),
      ]);
    const format = options.format ?? 'text';
    const isListing = LISTING.includes(format);
    const loaded = await loadReport(file, cwd, isListing);
    const text = renderReport(loaded, format, workspaceFolder(env, cwd));
    if (isListing && loaded.tests === undefined)
      stderr.write(
        'note: this report does not name the tests that passed: they are counted, and not listed; run the tests with ctrf or junit among the formats\n',
      );
    if (options.output !== undefined) writeFileSync(resolve(cwd, options.output), text);
    return {
      exitCode: EXIT_CODE.ok,
      text: options.output === undefined ? readable(text, format, env) : `Wrote ${options.output}.`,
      json: { format, text },
    };
  },
});
