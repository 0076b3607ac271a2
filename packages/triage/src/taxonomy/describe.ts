import type { Category, Cause } from '@holdfast/journal';
import { CATEGORY_DESCRIPTIONS } from './categories.data.js';
import { CAUSE_DESCRIPTIONS } from './causes.data.js';
import type { CategoryDescription, CauseDescription } from './taxonomy.js';

/** Meaning, advice and base priority of a cause. */
export const describeCause = (cause: Cause): CauseDescription => CAUSE_DESCRIPTIONS[cause];

/** Who has to act, and what the category means. */
export const describeCategory = (category: Category): CategoryDescription => CATEGORY_DESCRIPTIONS[category];
