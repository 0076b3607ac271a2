import { createPaint } from '../report/paint.js';
import { wrapText } from '../report/wrap-text.js';
import type { Screen } from '../session.js';
import type { GateResult, RuleStatus } from './gate-result.js';

const WORDS: Readonly<Record<RuleStatus, string>> = {
  met: 'met',
  acceptable: 'acceptable',
  missed: 'MISSED',
  'cannot-tell': 'cannot tell',
};

const COLOURS = { met: 'green', acceptable: 'yellow', missed: 'red', 'cannot-tell': 'yellow' } as const;

const HEADS = {
  green: ['The gate is open.', 'green'],
  red: ['The gate is closed.', 'red'],
  'cannot-tell': ['The gate cannot tell yet.', 'yellow'],
} as const;

const LABEL = 13;

/** What `holdfast gate` prints: every rule with its figure, then what could have been an excuse. */
export const renderGate = (
  { status, rules, excuses }: GateResult,
  screen: Screen,
  notes: readonly string[] = [],
): string => {
  const paint = createPaint(screen.colors);
  const [head, colour] = HEADS[status];
  const labelled = (
    label: string,
    text: string,
    colours: 'green' | 'yellow' | 'red' | 'dim',
  ): readonly string[] =>
    wrapText(text, screen.width - LABEL, 6).map(
      (line, index) => `${paint((index === 0 ? label : '').padEnd(LABEL), colours)}${line}`,
    );
  const lines = [
    paint(head, 'bold', colour),
    '',
    ...rules.flatMap((rule) =>
      labelled(
        WORDS[rule.status],
        `${rule.rule}${rule.of === null ? '' : ` of ${rule.of}`}: ${rule.sentence}`,
        COLOURS[rule.status],
      ),
    ),
    ...(excuses.length === 0 ? [] : ['', 'Excuses']),
    ...excuses.flatMap(({ counted, sentence }) =>
      labelled(counted ? 'counted' : 'not counted', sentence, 'dim'),
    ),
    ...(notes.length === 0 ? [] : ['', ...notes.flatMap((note) => wrapText(`! ${note}`, screen.width, 4))]),
  ];
  return `${lines.join('\n')}\n`;
};
