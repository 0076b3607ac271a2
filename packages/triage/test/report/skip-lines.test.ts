import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { renderTerminal } from '../../src/report/render-terminal.js';
import { renderText } from '../../src/report/render-text.js';
import { skipLine, skipSummary } from '../../src/report/skip-lines.js';
import { reportOf } from '../report.fixture.js';

const skips = [
  { reason: 'the program docker\nis not installed', tests: 3 },
  { reason: 'no `network` here', tests: 1 },
];

describe('skips with a reason', () => {
  it('are a line each, also where a reason is long', () => {
    expect(skips.map(skipLine)).toEqual([
      '3 tests: the program docker is not installed',
      '1 test: no `network` here',
    ]);
    expect(skipLine({ reason: 'x'.repeat(1_000), tests: 1 })).toHaveLength('1 test: '.length + 301);
  });

  it('are one line on the screen, and sections of the files', () => {
    const report = { ...reportOf([]), skips };
    const view = { screen: { width: 120, colors: true, isTTY: true }, maxIncidents: 10, reports: '' };
    expect(renderTerminal(report, view).split('\n')[1]).toBe(
      '\u001B[2m4 tests skipped for a reason; 3 tests: the program docker is not installed, and 1 other reason\u001B[22m',
    );
    expect(renderText(report)).toContain(
      '\nSkipped for a reason\n--------------------\n3 tests: the program docker is not installed\n1 test: no `network` here\n',
    );
    expect(renderMarkdown(report)).toContain(
      '### Skipped for a reason\n\n- 3 tests: the program docker is not installed\n- 1 test: no &#96;network&#96; here\n',
    );
  });

  it('take no line where there are none', () => {
    expect(skipSummary([])).toBe('');
    expect(skipSummary(skips.slice(1))).toBe('Skipped for a reason, 1 test: no `network` here');
    expect(renderText(reportOf([]))).not.toContain('Skipped for a reason');
  });
});
