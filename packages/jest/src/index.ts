export type { ErrorSnapshot, JsonValue, MachineFacts, Phase } from '@holdfast/journal';
export type { Area, ReporterOptions, ReportFormat, UserRule } from '@holdfast/triage';
export { evidence } from './evidence/evidence.js';
