import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_MODES } from '../src/matrix.js';
import { writeProject } from '../src/project.js';
import { rowsOf } from '../src/row.js';
import { runProject } from '../src/run-project.js';

const first = `test('passes', () => {});\ntest('differs', () => { expect(1).toBe(2); });\n`;
const second = `test('passes', () => {});\ntest('differs', () => {});\ntest('is new', () => { expect('a').toBe('b'); });\n`;

const headlines = (output: string): readonly string[] => output.match(/^Holdfast {2}.*$/gm) ?? [];

describe.each(DEFAULT_MODES)('watch mode of $runner', (setting) => {
  test('has a summary for each run, the report of the latest, and no run that the report set off', async () => {
    const project = writeProject(setting, { 'orders.test.js': first }, { wrapped: true });
    let isChanged = false;
    const interruptWhen = (output: string): NodeJS.Signals | undefined => {
      const { length } = headlines(output);
      if (length === 1 && !isChanged) {
        isChanged = true;
        // The runner begins to look for changes at about the time when it has told of the run.
        setTimeout(() => writeFileSync(join(project.directory, 'orders.test.js'), second), 1_500);
      }
      return length > 1 ? 'SIGINT' : undefined;
    };
    const result = await runProject(project, { watch: true, interruptWhen, interruptDelayMs: 2_500 });
    const output = result.stdout + result.stderr;
    expect(headlines(output), output).toEqual([
      'Holdfast  1 of 2 tests failed',
      'Holdfast  1 of 3 tests failed',
    ]);
    expect(result.report?.totals).toMatchObject({ tests: 3, passed: 2, failed: 1 });
    expect(result.report?.run.interrupted).toBeFalsy();
    expect(rowsOf(result.report as NonNullable<typeof result.report>).map(({ title }) => title)).toEqual([
      'is new',
    ]);
    expect(result.report?.failures[0]?.machine).not.toBeNull();
  });
});
