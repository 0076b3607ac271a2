import type { RunPreparation } from '@holdfast/triage';
import type { ReporterOptions } from '../reporter-options.js';
import type { JestGlobalConfig } from './jest-config.js';

/**
 * The options for a run of watch mode. Jest watches every `.json` file below its roots, so that a written
 * report.json sets off the next run, and so on without end; report.html does the same where a project has `html` among its
 * `moduleFileExtensions`. They are left out unless the user asked for them by name, or
 * the configuration keeps the output folder from being watched.
 */
export const watchSafeOptions = (
  options: ReporterOptions,
  { watch, watchAll }: JestGlobalConfig,
  isOutputIgnored: boolean,
  prepared?: Pick<RunPreparation, 'others'>,
): ReporterOptions => {
  const isWatching = watch === true || watchAll === true;
  const { formats = prepared?.others.formats, outputDir } = options;
  // The configuration was written before anybody read the settings file.
  const isElsewhere = outputDir === undefined && prepared?.others.outputDir !== undefined;
  if (!isWatching || (isOutputIgnored && !isElsewhere) || formats !== undefined) return options;
  return { ...options, formats: ['text', 'csv', 'markdown'] };
};
