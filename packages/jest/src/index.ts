export type { ErrorSnapshot, JsonValue, MachineFacts, Phase } from '@holdfast/journal';
export { evidence } from '@holdfast/journal';
export type { Area, ReporterOptions, ReportFormat, UserRule } from '@holdfast/triage';
