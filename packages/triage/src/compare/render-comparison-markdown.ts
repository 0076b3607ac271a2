import { markdownTable } from '../report/markdown-table.js';
import { duration } from '../report/phrases.js';
import { safeMarkdown } from '../report/render-markdown.js';
import type { ComparedTest, Comparison, TimedTest } from './comparison.js';
import { brokenLine, sureness, tallyWords, testLine, verdictWords } from './render-comparison.js';

const MOST = 50;

const titled = (
  title: string,
  rows: readonly (readonly string[])[],
  head: readonly string[],
): readonly string[] => {
  if (rows.length === 0) return [];
  const hidden = rows.length - MOST;
  return [
    '',
    `### ${title} (${rows.length})`,
    ...markdownTable(head, rows.slice(0, MOST)),
    ...(hidden > 0 ? ['', `And ${hidden} more.`] : []),
  ];
};

const name = (test: ComparedTest): string => safeMarkdown(testLine(test));

const timed = (test: TimedTest): readonly string[] => [
  name(test),
  duration(test.beforeMs),
  duration(test.afterMs),
];

/** The comparison for a pull request. Safe against markup in titles. */
export const renderComparisonMarkdown = (comparison: Comparison): string => {
  const { before, after, passRate, progress, folders, categories, notes } = comparison;
  const changed = folders.filter(({ difference }) => difference.difference !== 0);
  const lines = [
    `## Holdfast: ${safeMarkdown(before.label)} and ${safeMarkdown(after.label)} compared`,
    '',
    `Pass rate: ${tallyWords(passRate.before)} before, **${tallyWords(passRate.after)}** after${sureness(passRate) === '' ? '' : ` (${sureness(passRate)})`}.`,
    ...(progress.of === 0 ? [] : [`Progress of fixes: **${progress.fixed} of ${progress.of}**.`]),
    ...titled(
      'Newly failing',
      comparison.newlyFailing.map((test) => [
        name(test),
        verdictWords(test.verdict),
        test.isNew === true ? 'new test' : '',
      ]),
      ['Test', 'Verdict', ''],
    ),
    ...titled(
      'Newly broken beside the tests: tests may not have run',
      comparison.newlyBroken.map((other) => [safeMarkdown(brokenLine(other)), verdictWords(other)]),
      ['What', 'Verdict'],
    ),
    ...titled(
      'Still failing',
      comparison.stillFailing.map((test) => [
        name(test),
        verdictWords(test.after),
        test.sameFailure === false ? `another failure than before: ${verdictWords(test.before)}` : '',
      ]),
      ['Test', 'Verdict', ''],
    ),
    ...titled(
      'Fixed',
      comparison.fixed.map((test) => [
        name(test),
        verdictWords(test.verdict),
        test.seenToPass ? '' : 'did not fail; not seen to pass',
      ]),
      ['Test', 'What it was', ''],
    ),
    ...titled(
      'Failed before, not run or gone after',
      comparison.gone.map((test) => [name(test)]),
      ['Test'],
    ),
    ...titled(
      'Flaky after only',
      comparison.flakyAfter.map((test) => [name(test)]),
      ['Test'],
    ),
    ...titled(
      'Flaky before only',
      comparison.flakyBefore.map((test) => [name(test)]),
      ['Test'],
    ),
    ...titled('Slower beyond noise', comparison.slower.map(timed), ['Test', 'Before', 'After']),
    ...titled('Faster beyond noise', comparison.faster.map(timed), ['Test', 'Before', 'After']),
    ...titled(
      'Pass rate by folder',
      changed.map((row) => [
        safeMarkdown(row.name),
        tallyWords(row.before),
        tallyWords(row.after),
        sureness(row),
      ]),
      ['Folder', 'Before', 'After', 'Change'],
    ),
    ...titled(
      'Failures by category',
      categories.map((row) => [row.category, String(row.before), String(row.after)]),
      ['Category', 'Before', 'After'],
    ),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${safeMarkdown(note)}`)]),
  ];
  return `${lines.join('\n')}\n`;
};
