import { decidingAttempt } from '../../classify/deciding-error.js';
import type { Attempt } from '../../failure.js';
import { duration } from '../phrases.js';
import type { ReportFailure } from '../report.js';
import { block, element } from './element.js';
import { errorBlock } from './error-block.js';
import { machineFacts } from './fact-list.js';
import { later } from './later.js';

const attemptLine = ({ number, status, phase, durationMs, limitMs }: Attempt): string => {
  const took = durationMs === undefined ? '' : `, ${duration(durationMs)}`;
  const limit = limitMs === undefined ? '' : ` of ${duration(limitMs)}`;
  return `Attempt ${number}: ${status} in ${phase}${took}${limit}`;
};

const errorsOf = (attempt: Attempt, failure: ReportFailure, root?: string): readonly HTMLElement[] =>
  attempt.errors.length > 0
    ? attempt.errors.map((error) => errorBlock(error, failure, root))
    : attempt.status === 'failed'
      ? [block('p', 'dim', 'The error of this attempt is not known.')]
      : [];

const attemptBlock = (
  attempt: Attempt,
  failure: ReportFailure,
  isDeciding: boolean,
  root?: string,
): HTMLElement => {
  const machine = machineFacts(attempt.machine);
  const rest = (): readonly HTMLElement[] => [
    ...(machine === '' ? [] : [block('p', 'dim', `Machine: ${machine}`)]),
    ...errorsOf(attempt, failure, root),
  ];
  const line = attemptLine(attempt);
  if (attempt.status === 'passed' && machine === '') return block('p', 'attempt passed', line);
  const part = later({ class: `attempt ${attempt.status}` }, element('summary', {}, line), rest);
  if (isDeciding) part.open();
  return part.element;
};

/** What every attempt came to. The errors of a test's only attempt stand alone; of several, the deciding one is open. */
export const attemptList = (failure: ReportFailure, root?: string): HTMLElement => {
  const { attempts, attemptsComplete } = failure;
  const [only] = attempts;
  const deciding = decidingAttempt(failure);
  return block(
    'div',
    'attempts',
    ...(only !== undefined && attempts.length === 1
      ? errorsOf(only, failure, root)
      : attempts.map((attempt) => attemptBlock(attempt, failure, attempt === deciding, root))),
    attemptsComplete ? undefined : block('p', 'dim', 'Errors of earlier attempts are not known.'),
  );
};
