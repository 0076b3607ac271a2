import type { Report } from '@holdfast/triage';

/** Whether a test failed, or something beside the tests did. */
export const isRed = ({ totals }: Report): boolean => totals.failed > 0 || totals.otherFailures > 0;
