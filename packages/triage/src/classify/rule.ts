import type { EvidenceLine } from '../verdict.js';
import type { Facts } from './facts.js';

/** A rule's opinion: an evidence line without the rule's name, which the classifier adds. */
export type Opinion = Omit<EvidenceLine, 'rule'> & {
  /** True where run-time evidence (duration, machine, attempts, fixtures) and not the error alone speaks. */
  readonly runtime?: boolean;
};

/**
 * One sign of one cause. To add a rule, copy a neighbour in `rules/`, and list it in `rules/rules.ts`.
 */
export interface Rule {
  /** Kebab-case and unique; the file's name, or `family/row` for a row of a table. */
  readonly id: string;
  /**
   * Words of which one must occur in the failure's text (any case, ASCII) before `judge` is asked.
   * All rules' words are looked for in one pass, so a rule costs nothing where none occurs.
   * Absent: asked whatever the text says, which every failure pays for.
   */
  readonly keywords?: readonly string[];
  /**
   * What a rule without keywords judges by: asked only where the failure has evidence, or where other attempts or runs say
   * something of it.
   */
  readonly needs?: 'evidence' | 'observed';
  /**
   * What to do where this rule carries the verdict, best step first. @default the advice of the cause, which
   * fits most of its rules
   */
  readonly advice?: readonly string[];
  /** Pure: the same facts give the same opinion. */
  readonly judge: (facts: Facts) => Opinion | readonly Opinion[] | undefined;
}
