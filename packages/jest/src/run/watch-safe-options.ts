import type { ReporterOptions } from '@holdfast/triage';
import type { JestGlobalConfig } from './jest-config.js';

/**
 * The options for a run of watch mode. Jest watches every `.json` file below its roots, so that a written
 * report.json sets off the next run, and so on without end. It is left out unless the user asked for it by name, or
 * the configuration keeps the output folder from being watched.
 */
export const watchSafeOptions = (
  options: ReporterOptions,
  { watch, watchAll }: JestGlobalConfig,
  isOutputIgnored: boolean,
): ReporterOptions => {
  const isWatching = watch === true || watchAll === true;
  if (!isWatching || isOutputIgnored || options.formats !== undefined) return options;
  return { ...options, formats: ['text', 'csv', 'markdown'] };
};
