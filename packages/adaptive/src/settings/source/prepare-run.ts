import { isHoldfastError, MACHINE_VARIABLE, type MachineProfile } from '@holdfast/journal/sandbox';
import { type MeasureOptions, measureMachine } from '../../machine/measure-machine.js';
import { printError } from '../../print.js';
import type { ResolvedSettings, SettingsSources } from '../decide-settings.js';
import { SETTINGS_VARIABLE } from '../handed-settings.js';
import { mistypedVariables } from '../mistyped-variables.js';
import { POLICY_KEYS } from '../policy.js';
import { resolveSettings } from '../resolve-settings.js';
import { settingsIn } from './load-settings.js';
import { othersIn, readSettingsFile, type SettingsFile } from './read-settings-file.js';

/** What a run needs to know before its workers start. */
export interface PreparedRun {
  readonly machine: MachineProfile;
  readonly settings: ResolvedSettings;
  /** Absolute path of the settings file; undefined where the project has none. */
  readonly file: string | undefined;
  /** What the file says under keys that other parts of Holdfast read; not checked. */
  readonly others: Readonly<Record<string, unknown>>;
  /** Mistakes in file, options and variables, a line each. What a mistaken source says about limits does not count. */
  readonly problems: readonly string[];
  /** Environment variables that hand machine and settings to workers. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface PrepareRunOptions {
  /** Folder from which the settings file is looked for, upwards. */
  readonly directory: string;
  /** Top-level keys of the file that other parts of Holdfast read. @default none */
  readonly otherKeys?: readonly string[];
  /** From the runner's configuration; members that are no settings are passed over. @default none */
  readonly options?: SettingsSources['options'];
  /** Environment variables. @default none */
  readonly variables?: SettingsSources['variables'];
  /** How the machine is measured. @default as it is */
  readonly measure?: MeasureOptions;
}

const OPTION_NAMES: readonly string[] = [...POLICY_KEYS, 'environment'];

const settingsAmong = (options: NonNullable<SettingsSources['options']>): typeof options =>
  Object.fromEntries(
    Object.entries(options).filter(([name, value]) => value !== undefined && OPTION_NAMES.includes(name)),
  );

const lineOf = (error: unknown): string => {
  const message = isHoldfastError(error) ? error.message : printError(error);
  return message.replace(/\s*\n\s*/g, ' ');
};

/**
 * Measures the machine and decides the settings, once a run, in the runner's main process. A mistake ends no run: it
 * is a line for the report, its source does not count, and everything else does. Never rejects.
 */
export const prepareRun = async (options: PrepareRunOptions): Promise<PreparedRun> => {
  const { directory, otherKeys = [], measure = {} } = options;
  const problems: string[] = [];
  const machine = await measureMachine(measure);
  let found: SettingsFile | undefined;
  try {
    found = await readSettingsFile(directory);
  } catch (error) {
    problems.push(lineOf(error));
  }
  const { file, content } = found ?? {};
  let sources: SettingsSources = { machine };
  let settings = resolveSettings(sources);
  const take = (source: () => Partial<SettingsSources>): void => {
    try {
      const more = { ...sources, ...source() };
      settings = resolveSettings(more);
      sources = more;
    } catch (error) {
      problems.push(lineOf(error));
    }
  };
  if (file !== undefined) take(() => ({ file: settingsIn(content, file, otherKeys) }));
  take(() => ({ options: settingsAmong(options.options ?? {}) }));
  take(() => ({ variables: options.variables ?? {} }));
  problems.push(...mistypedVariables(options.variables ?? {}));
  return {
    machine,
    settings,
    file,
    others: othersIn(content, otherKeys),
    problems,
    variables: { [MACHINE_VARIABLE]: JSON.stringify(machine), [SETTINGS_VARIABLE]: JSON.stringify(settings) },
  };
};
