import { decidingError } from '../classify/deciding-error.js';
import { failureName, verdictName } from './phrases.js';
import type { Report } from './report.js';

/** GitHub shows ten errors and ten warnings of a step; what is beyond that is noise in its log. */
const MOST_ANNOTATIONS = 10;
const LONGEST_MESSAGE = 2_000;

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/**
 * Workflow commands for GitHub, a line each: an error for a failure, a warning for a flaky test, those of the most
 * urgent incidents first. No text can end its command or start another. `folder` is the project's root from the
 * repository's, empty where they are one.
 */
export const renderAnnotations = (report: Report, folder = ''): string => {
  const byId = new Map(report.failures.map((failure) => [failure.id, failure]));
  const rows = report.incidents.flatMap((incident) => incident.failures.flatMap((id) => byId.get(id) ?? []));
  const chosen = [
    ...rows.filter(({ flaky }) => !flaky).slice(0, MOST_ANNOTATIONS),
    ...rows.filter(({ flaky }) => flaky).slice(0, MOST_ANNOTATIONS),
  ];
  return chosen
    .map((failure) => {
      const { file, line, column, verdict, flaky, attempts } = failure;
      const properties = [
        ...(file === null ? [] : [`file=${escapeProperty(folder === '' ? file : `${folder}/${file}`)}`]),
        ...(line === null ? [] : [`line=${line}`]),
        ...(line === null || column === null ? [] : [`col=${column}`]),
        `title=${escapeProperty(`${verdictName(verdict)}: ${failureName(failure)}`)}`,
      ].join(',');
      const message = decidingError({ attempts })?.message.slice(0, LONGEST_MESSAGE) ?? '';
      const text = [verdict.why, ...(message === '' ? [] : [message]), ...verdict.advice.slice(0, 1)].join(
        '\n',
      );
      return `::${flaky ? 'warning' : 'error'} ${properties}::${escapeData(text)}\n`;
    })
    .join('');
};
