import { ANSWERS, LABELS } from './measure.mjs';

const figure = (value) => value.toFixed(2).padStart(9);
const column = (value) => String(value).padStart(14);

const matrix = ({ confusion }) => [
  `${'labelled \\ judged'.padEnd(18)}${ANSWERS.map(column).join('')}`,
  ...LABELS.map((label, row) => `${label.padEnd(18)}${confusion[row].map(column).join('')}`),
];

const table = ({ scores }) => [
  `${'category'.padEnd(18)}${['precision', 'recall', 'F1'].map((name) => name.padStart(10)).join('')}`,
  ...scores.map(
    ({ label, precision, recall, f1 }) =>
      `${label.padEnd(18)} ${[precision, recall, f1].map(figure).join(' ')}`,
  ),
];

const misjudgedLine = ({ record, verdict }) =>
  `  ${record.id}: ${record.category}/${record.cause} judged ${verdict.category}/${verdict.cause} (${verdict.standing}, ${verdict.confidence.toFixed(2)})`;

const percent = (part, whole) => (whole === 0 ? '0.0 %' : `${((100 * part) / whole).toFixed(1)} %`);

/** The figures as text for a terminal. */
export const formatAccuracy = (result) =>
  [
    `${result.failures} labelled failures`,
    '',
    ...matrix(result),
    '',
    ...table(result),
    '',
    `macro-F1                            ${result.macroF1.toFixed(3)}`,
    `precision over named verdicts       ${result.precision.toFixed(3)}`,
    `coverage (verdicts not UNKNOWN)     ${result.coverage.toFixed(3)}`,
    `cause accuracy over named verdicts  ${result.causeAccuracy.toFixed(3)}`,
    `bugs excused                        ${result.excused} of ${result.bugs}`,
    `  with standing above suspected     ${result.excusedAboveSuspected} of ${result.bugs} (${percent(result.excusedAboveSuspected, result.bugs)})`,
    '',
    `misjudged (${result.misjudged.length})`,
    ...result.misjudged.map(misjudgedLine),
    '',
  ].join('\n');
