import type { EvidenceLine } from '../verdict.js';
import type { Facts } from './facts.js';

/** A rule's opinion: an evidence line without the rule's name, which the classifier adds. */
export type Opinion = Omit<EvidenceLine, 'rule'> & {
  /** True where run-time evidence (duration, machine, attempts, fixtures) and not the error alone speaks. */
  readonly runtime?: boolean;
};

/**
 * One sign of one cause. To add a rule, copy a neighbour in `rules/`, and list it in `rules/index.ts`.
 */
export interface Rule {
  /** Kebab-case, unique, the file's name. */
  readonly id: string;
  /** Cheap test over the failure's text that must hold before `judge` is asked; absent: always asked. */
  readonly trigger?: RegExp;
  /** Pure: the same facts give the same opinion. */
  readonly judge: (facts: Facts) => Opinion | readonly Opinion[] | undefined;
}
