import { relative, resolve } from 'node:path';
import type { ReporterOptions } from '../options.js';
import type { RunPreparation } from '../run-preparation.js';
import { checkOptions } from './check-options.js';
import { DEFAULT_OPTIONS } from './default-options.js';
import { COMMAND_OPTION_NAMES } from './file-option-names.js';
import type { OptionProblem, ResolvedReporterOptions } from './resolved-reporter-options.js';

export interface OptionContext {
  /** Absolute path of the project's root. */
  readonly rootDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly prepared?: RunPreparation | undefined;
  readonly otherOptions?: readonly string[];
}

export interface ResolvedSettings {
  readonly options: ResolvedReporterOptions;
  readonly problems: readonly OptionProblem[];
  /** Name of the CI service, or null on a machine that is none. */
  readonly ci: string | null;
}

/** Without a preparation nobody asked which service it is. */
const genericCi = ({ CI = '' }: OptionContext['environment']): string | null =>
  CI === '' || CI === 'false' ? null : 'CI';

const masksOf = (options: ReporterOptions): readonly (string | RegExp)[] =>
  options.masks ?? DEFAULT_OPTIONS.masks;

/**
 * The one place where options are checked and defaults filled in: the runner's configuration over the settings file
 * over the defaults. The environment is the one that the settings were decided for; without them the variable
 * HOLDFAST_ENVIRONMENT counts before the option. A mistake becomes a problem and its option keeps the default. Never
 * throws.
 */
export const resolveOptions = (
  given: ReporterOptions | undefined,
  context: OptionContext,
): ResolvedSettings => {
  const { rootDir, environment, prepared, otherOptions = [] } = context;
  const own = checkOptions(given, otherOptions);
  const ofFile = checkOptions(prepared?.others, COMMAND_OPTION_NAMES);
  const options: ReporterOptions = { ...ofFile.good, ...own.good };
  const ci = prepared === undefined ? genericCi(environment) : prepared.machine.ci;
  const named = environment.HOLDFAST_ENVIRONMENT?.trim() || options.environment;
  const fileName = prepared?.file === undefined ? '' : relative(rootDir, prepared.file);
  return {
    options: {
      outputDir: resolve(rootDir, options.outputDir ?? DEFAULT_OPTIONS.outputDir),
      historyDir:
        options.historyDir === false
          ? null
          : resolve(rootDir, options.historyDir ?? DEFAULT_OPTIONS.historyDir),
      formats: options.formats ?? DEFAULT_OPTIONS.formats,
      environment: prepared?.settings.environment ?? named ?? (ci === null ? 'local' : 'ci'),
      areas: options.areas ?? DEFAULT_OPTIONS.areas,
      rules: options.rules ?? DEFAULT_OPTIONS.rules,
      // Nobody wants a secret shown that the file masks, because the runner's configuration masks another.
      masks: [...masksOf(ofFile.good), ...masksOf(own.good)],
      leaks: options.leaks ?? DEFAULT_OPTIONS.leaks,
      allowedLeaks: options.allowedLeaks ?? DEFAULT_OPTIONS.allowedLeaks,
      maxIncidents: options.maxIncidents ?? DEFAULT_OPTIONS.maxIncidents,
      silent: options.silent ?? DEFAULT_OPTIONS.silent,
      annotations: options.annotations ?? environment.GITHUB_ACTIONS === 'true',
    },
    problems: [
      ...own.problems,
      ...ofFile.problems.map(({ key, message }) => ({ key, message: `${fileName}: ${message}` })),
    ],
    ci,
  };
};
