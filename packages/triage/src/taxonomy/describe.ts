import type { Category, Cause } from '@holdfast/journal';
import { CATEGORY_DESCRIPTIONS } from './categories.data.js';
import { CAUSE_DESCRIPTIONS } from './causes.data.js';
import type { CategoryDescription, CauseDescription } from './taxonomy.js';

/** A map, since the names of so many causes are too many for the caches of member access. */
const BY_CAUSE = new Map(Object.entries(CAUSE_DESCRIPTIONS));

/** Meaning, advice and base priority of a cause. */
export const describeCause = (cause: Cause): CauseDescription => BY_CAUSE.get(cause) as CauseDescription;

/** Who has to act, and what the category means. */
export const describeCategory = (category: Category): CategoryDescription => CATEGORY_DESCRIPTIONS[category];
