import type { Config } from 'jest';
import type { HostState } from '../run/host-state.js';

type HookName = 'globalSetup' | 'globalTeardown';
type Hooks = { readonly [Name in HookName]?: string | null | undefined };

const inlineOf = (config: Config): Hooks[] =>
  (config.projects ?? []).filter((project) => typeof project !== 'string') as Hooks[];

/** The one module that the configuration and its inline projects name; Jest runs each module once. */
const onlyOne = (config: Config, name: HookName): string | undefined => {
  const named = [config as Hooks, ...inlineOf(config)].flatMap((one) => one[name] ?? []);
  const [first] = named;
  return named.every((module) => module === first) ? first : undefined;
};

const replaced = (config: Config, name: HookName, path: string): Config => {
  const one = <Target extends object>(target: Target): Target =>
    (target as Hooks)[name] ? { ...target, [name]: path } : target;
  const { projects } = config;
  if (projects === undefined) return one(config);
  const own = projects.map((project) => (typeof project === 'string' ? project : one(project)));
  return one({ ...config, projects: own } as Config);
};

/**
 * The configuration with Holdfast's global modules in the place of the user's, which they run. Where projects name
 * several, they stay as they are: Jest runs each module for its own project, which one module cannot stand for.
 */
export const withGlobalHooks = (
  config: Config,
  host: HostState,
  built: (name: 'global-setup' | 'global-teardown') => string,
): Config => {
  const setup = onlyOne(config, 'globalSetup');
  const teardown = onlyOne(config, 'globalTeardown');
  let hooked = config;
  if (setup !== undefined) {
    host.globalSetup = setup;
    hooked = replaced(hooked, 'globalSetup', built('global-setup'));
  }
  if (teardown !== undefined) {
    host.globalTeardown = teardown;
    host.teardownModule = built('global-teardown');
    hooked = replaced(hooked, 'globalTeardown', host.teardownModule);
  }
  return hooked;
};
