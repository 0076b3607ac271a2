import { DEFAULT_ENVIRONMENTS, DEFAULT_POLICY, loadSettings } from '@holdfast/adaptive/settings';
import { FILE_OPTION_NAMES } from '@holdfast/triage';
import { type ResolvedGateSettings, resolveGateSettings } from '@holdfast/triage/analysis';
import { InputError } from '../input-error.js';

export interface GateBar {
  readonly passRate: { readonly target: number; readonly floor: number };
  readonly settings: ResolvedGateSettings;
  readonly notes: readonly string[];
}

const load = async (cwd: string) => {
  try {
    return await loadSettings({ directory: cwd, otherKeys: FILE_OPTION_NAMES });
  } catch (error) {
    throw new InputError(String((error as { message?: unknown } | null)?.message ?? error));
  }
};

/**
 * The bar for a run of an environment: from the command line, else from the settings file, else the defaults of that
 * environment.
 * @throws InputError for a mistake in the settings
 */
export const gateSettings = async (
  cwd: string,
  environment: string,
  given: { readonly target: number | undefined; readonly floor: number | undefined },
): Promise<GateBar> => {
  const { settings, others } = await load(cwd);
  const resolved = resolveGateSettings(others.gate);
  if ('problem' in resolved) throw new InputError(resolved.problem);
  const configured = settings.environments?.[environment];
  const isKnown = configured !== undefined || DEFAULT_ENVIRONMENTS[environment] !== undefined;
  const own = {
    ...DEFAULT_POLICY.passRate,
    ...DEFAULT_ENVIRONMENTS[environment]?.passRate,
    ...settings.passRate,
    ...configured?.passRate,
  };
  const target = given.target ?? Math.max(own.target, given.floor ?? 0);
  const floor = given.floor ?? Math.min(own.floor, target);
  if (floor > target) throw new InputError(`the floor ${floor} is above the target ${target}`);
  return {
    passRate: { target, floor },
    settings: resolved.settings,
    notes: isKnown
      ? []
      : [
          `the environment ${environment} is not among the settings: its pass rates are those that hold everywhere`,
        ],
  };
};
