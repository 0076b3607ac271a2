import { errorLine } from '../error-line.js';
import { keptDirectories } from '../kept-directory.js';
import { incidentNotes } from '../note-lines.js';
import { failureName, place } from '../phrases.js';
import { productPlace } from '../product-place.js';
import type { Incident, ReportFailure } from '../report.js';
import { block, type Child } from './element.js';
import { pairs } from './fact-list.js';

const code = (text: string | undefined): Child =>
  text === undefined || text === '' ? undefined : block('code', 'place', text);

const whereOf = (lead: ReportFailure, named: boolean): Child => {
  const where = place(lead);
  if (named) return code(where);
  return block(
    'span',
    'at',
    where === '' ? undefined : block('code', 'place', where),
    ' ',
    failureName(lead),
  );
};

/** What the terminal says of an incident, under the same labels, with nothing cut off. */
export const incidentLines = (
  incident: Incident,
  failures: readonly ReportFailure[],
  root?: string,
): HTMLElement => {
  const [lead] = failures;
  const named = lead !== undefined && failureName(lead) === incident.title;
  const notes = incidentNotes(failures);
  return pairs([
    ['says', named ? errorLine(lead) : ''],
    ['why', incident.why],
    ['at', lead === undefined ? '' : whereOf(lead, named)],
    ['code', code(productPlace(failures, root))],
    [
      'known',
      notes.length === 0 ? '' : block('span', 'notes', ...notes.map((note) => block('span', 'note', note))),
    ],
    ['kept', code(lead === undefined ? '' : keptDirectories(lead.evidence).at(-1)?.path)],
    ['next', incident.advice[0] ?? ''],
  ]);
};
