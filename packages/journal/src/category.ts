/** Who has to act on a failure. UNKNOWN is an honest answer: a wrong verdict costs more than none. */
export const CATEGORIES = ['BUG', 'CONFIGURATION', 'ENVIRONMENT', 'TEST_DESIGN', 'UNKNOWN'] as const;

export type Category = (typeof CATEGORIES)[number];
