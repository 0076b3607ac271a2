import { resolve } from 'node:path';
import type { ReporterOptions } from '../options.js';
import { checkOptions } from './check-options.js';
import { DEFAULT_OPTIONS } from './default-options.js';
import { detectCi } from './detect-ci.js';
import type { OptionProblem, ResolvedReporterOptions } from './resolved-reporter-options.js';

export interface OptionContext {
  /** Absolute path of the project's root. */
  readonly rootDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface ResolvedSettings {
  readonly options: ResolvedReporterOptions;
  readonly problems: readonly OptionProblem[];
  /** Name of the CI service, or null on a machine that is none. */
  readonly ci: string | null;
}

/**
 * The one place where options are checked and defaults filled in. Reads HOLDFAST_ENVIRONMENT, which an
 * option overrides. A mistake becomes a problem and its option keeps the default. Never throws.
 */
export const resolveOptions = (
  given: ReporterOptions | undefined,
  context: OptionContext,
): ResolvedSettings => {
  const { good, problems } = checkOptions(given);
  const options = good as ReporterOptions;
  const ci = detectCi(context.environment);
  const named = context.environment.HOLDFAST_ENVIRONMENT?.trim() || undefined;
  return {
    options: {
      outputDir: resolve(context.rootDir, options.outputDir ?? DEFAULT_OPTIONS.outputDir),
      historyDir:
        options.historyDir === false
          ? null
          : resolve(context.rootDir, options.historyDir ?? DEFAULT_OPTIONS.historyDir),
      formats: options.formats ?? DEFAULT_OPTIONS.formats,
      environment: options.environment ?? named ?? (ci === null ? 'local' : 'ci'),
      areas: options.areas ?? DEFAULT_OPTIONS.areas,
      rules: options.rules ?? DEFAULT_OPTIONS.rules,
      masks: options.masks ?? DEFAULT_OPTIONS.masks,
      maxIncidents: options.maxIncidents ?? DEFAULT_OPTIONS.maxIncidents,
      silent: options.silent ?? DEFAULT_OPTIONS.silent,
      annotations: options.annotations ?? context.environment.GITHUB_ACTIONS === 'true',
    },
    problems,
    ci,
  };
};
