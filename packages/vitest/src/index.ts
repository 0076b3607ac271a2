export type { ErrorSnapshot, JsonValue, MachineFacts, Phase } from '@holdfast/journal';
export type { Area, ReporterOptions, ReportFormat, UserRule } from '@holdfast/triage';
export type { HoldfastTaskMeta } from './task-meta.js';
export { evidence } from './test-file/evidence.js';
