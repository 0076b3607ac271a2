/** What the parts of a report are called, in whichever form it is read. */
export const SECTION_TITLE = {
  flaky: 'Flaky: passed only on retry',
  categories: 'Failures by category',
  folders: 'Pass rate by folder',
  areas: 'Pass rate by area',
  timeouts: 'Slowest phases of timed-out tests',
  leftBehind: 'Left behind by tests',
  skips: 'Skipped for a reason',
  quarantine: 'Quarantine to tidy',
  gaps: 'What this report does not know',
} as const;
