import type { ReportFormat } from '../options.js';

/** Every report format, in the order in which they are named to the user. */
export const REPORT_FORMATS = [
  'json',
  'text',
  'csv',
  'markdown',
  'html',
  'ctrf',
  'junit',
  'agent',
] as const satisfies readonly ReportFormat[];

/** Those that nobody has to ask for: the others cost the list of all tests, or are for readers that not everyone has. */
const USUAL_FORMATS = ['json', 'text', 'csv', 'markdown', 'html'] as const satisfies readonly ReportFormat[];

/** Formats that list the tests that passed, too. */
export const LISTING_FORMATS: readonly ReportFormat[] = ['ctrf', 'junit'];

/** What holds where an option is not given. Environment and annotations follow from the machine. */
export const DEFAULT_OPTIONS = Object.freeze({
  outputDir: 'holdfast-report',
  historyDir: '.holdfast/history',
  formats: USUAL_FORMATS,
  areas: [],
  rules: [],
  masks: [],
  leaks: 'off',
  allowedLeaks: [],
  maxIncidents: 10,
  silent: false,
} as const);
