import type { Policy } from '@holdfast/adaptive/settings';
import type { ReporterOptions as TriageOptions } from '@holdfast/triage';

/** Options of the reporter; the settings among them lie on top of the settings file's. */
export type ReporterOptions = TriageOptions & Policy;
