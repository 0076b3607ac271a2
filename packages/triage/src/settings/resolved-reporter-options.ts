import type { AllowedLeak, LeakMode } from '@holdfast/journal';
import type { Area, ReportFormat, UserRule } from '../options.js';

/** The reporter's options with every default filled in. */
export interface ResolvedReporterOptions {
  /** Absolute path. */
  readonly outputDir: string;
  /** Absolute path; null where no history is kept. */
  readonly historyDir: string | null;
  readonly formats: readonly ReportFormat[];
  readonly environment: string;
  readonly areas: readonly Area[];
  readonly rules: readonly UserRule[];
  readonly masks: readonly (string | RegExp)[];
  readonly leaks: 'off' | LeakMode;
  readonly allowedLeaks: readonly AllowedLeak[];
  readonly maxIncidents: number;
  readonly silent: boolean;
  readonly annotations: boolean;
}

/** A mistake in the options. The run goes on with the default of that option. */
export interface OptionProblem {
  /** Dotted path of the option: `areas[0].priority`. */
  readonly key: string;
  /** One sentence: key, value, what is accepted, and the nearest known key. */
  readonly message: string;
}
