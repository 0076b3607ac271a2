import type { ReportFormat } from '../options.js';

/** Every report format, in the order in which they are named to the user. */
export const REPORT_FORMATS = ['json', 'text', 'csv', 'markdown'] as const satisfies readonly ReportFormat[];

/** What holds where an option is not given. Environment and annotations follow from the machine. */
export const DEFAULT_OPTIONS = Object.freeze({
  outputDir: 'holdfast-report',
  historyDir: '.holdfast/history',
  formats: REPORT_FORMATS,
  areas: [],
  rules: [],
  masks: [],
  leaks: 'off',
  allowedLeaks: [],
  maxIncidents: 10,
  silent: false,
} as const);
