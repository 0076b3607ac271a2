import type { Config } from 'jest';
import type { ReporterOptions } from '../reporter-options.js';

type ReporterEntry = NonNullable<Config['reporters']>[number];

const isOurs = (entry: ReporterEntry, path: string): boolean => {
  const name = Array.isArray(entry) ? entry[0] : entry;
  return name === '@holdfast/jest/reporter' || name === path;
};

/** The configuration with Holdfast's reporter after the ones it has, else after Jest's own. */
export const withReporter = (config: Config, path: string, options: ReporterOptions): Config => {
  const reporters = config.reporters ?? ['default'];
  if (reporters.some((entry) => isOurs(entry, path))) return config;
  return { ...config, reporters: [...reporters, [path, { ...options }]] };
};
