import type { EvidenceLine } from '../../verdict.js';
import { percent } from '../phrases.js';
import { block, element } from './element.js';

/** The reasons of a verdict, strongest first, with their weight and the rule that gave each. */
export const verdictEvidence = (lines: readonly EvidenceLine[]): HTMLElement =>
  lines.length === 0
    ? block('p', 'dim', 'Nothing told for or against a category.')
    : block(
        'ol',
        'reasons',
        ...lines.map(({ weight, category, cause, sentence, rule }) =>
          element(
            'li',
            {},
            block('span', 'weight', percent(weight)),
            block(
              'span',
              'reason',
              sentence,
              ' ',
              block('span', 'dim', `${category} ${cause}, rule ${rule}`),
            ),
          ),
        ),
      );

/** What to do next, most useful step first. */
export const adviceList = (advice: readonly string[]): HTMLElement =>
  element('ol', { class: 'advice' }, ...advice.map((step) => element('li', {}, step)));
