import { nearestName } from '@holdfast/journal/sandbox';
import { printValue } from '../print.js';
import { VARIABLES } from './variable-names.js';

const PREFIX = 'HOLDFAST_';
const NAMES = Object.values(VARIABLES)
  .flat()
  .filter((name) => name.startsWith(PREFIX));
/** The prefix is the same in all, and would make any two of them near. */
const STEMS = NAMES.map((name) => name.slice(PREFIX.length));

/**
 * Variables that nobody reads and that look like one that sets something, a line each. Names that are like none are
 * left alone: other parts of Holdfast, and of the project, have variables of their own.
 */
export const mistypedVariables = (environment: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(environment).flatMap(([name, value]) => {
    if (!name.startsWith(PREFIX) || (NAMES as readonly string[]).includes(name)) return [];
    const nearest = nearestName(name.slice(PREFIX.length), STEMS);
    if (nearest === undefined) return [];
    return `environment variable: nobody reads \`${name}\` (its value is ${printValue(value)}). Did you mean \`${PREFIX}${nearest}\`?`;
  });
