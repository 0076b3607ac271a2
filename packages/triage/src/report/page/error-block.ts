import type { ErrorSnapshot } from '@holdfast/journal';
import type { ReportFailure } from '../report.js';
import { block, element } from './element.js';
import { messageBlock } from './message-block.js';
import { stackBlock } from './stack-block.js';

const DEEPEST = 8;
const MOST_PARTS = 10;

const side = (label: string, text: string): HTMLElement =>
  block('div', 'side', block('p', 'label', label), messageBlock(text));

/** What was compared, where the message does not already say it. */
const comparison = ({ message, expected, actual }: ErrorSnapshot): HTMLElement | undefined => {
  const isSaid = (text: string | undefined): boolean => text === undefined || message.includes(text);
  if (isSaid(expected) && isSaid(actual)) return undefined;
  return block(
    'div',
    'sides',
    ...(expected === undefined ? [] : [side('expected', expected)]),
    ...(actual === undefined ? [] : [side('received', actual)]),
  );
};

const properties = ({ properties: own }: ErrorSnapshot): HTMLElement | undefined =>
  own === undefined || Object.keys(own).length === 0
    ? undefined
    : element(
        'details',
        { class: 'aside' },
        element('summary', {}, 'Its own properties'),
        messageBlock(JSON.stringify(own, null, 2)),
      );

/** One error with its frames, its causes and its parts. */
export const errorBlock = (
  error: ErrorSnapshot,
  failure: ReportFailure,
  root?: string,
  depth = 0,
): HTMLElement => {
  const { name, code, message, cause, errors = [], thrownValue, truncated } = error;
  const label = [name ?? (thrownValue === true ? 'thrown, and no error' : 'error'), code].filter(
    (part) => part !== undefined,
  );
  const nested = depth >= DEEPEST ? [] : errors.slice(0, MOST_PARTS);
  return block(
    'div',
    'error',
    block('p', 'class', label.join(' · ')),
    message === '' ? undefined : messageBlock(message),
    comparison(error),
    stackBlock(error, failure, root),
    properties(error),
    truncated === true ? block('p', 'dim', 'This error was cut to keep the report small.') : undefined,
    ...(cause === undefined || depth >= DEEPEST
      ? []
      : [
          block(
            'div',
            'cause-of',
            block('p', 'label', 'Caused by'),
            errorBlock(cause, failure, root, depth + 1),
          ),
        ]),
    ...nested.map((part, index) =>
      block(
        'div',
        'cause-of',
        block('p', 'label', `Part ${index + 1} of ${errors.length}`),
        errorBlock(part, failure, root, depth + 1),
      ),
    ),
  );
};
