import type { Config } from 'jest';

interface HasSetup {
  setupFilesAfterEnv?: string[];
}

const added = <Target extends HasSetup>(config: Target, path: string): Target => {
  const files = config.setupFilesAfterEnv ?? [];
  if (files.includes(path) || files.includes('@holdfast/jest/setup')) return config;
  return { ...config, setupFilesAfterEnv: [path, ...files] };
};

/**
 * The configuration with Holdfast's setup file before the ones it has: it hears of what fails in those. Projects do
 * not inherit it, so that each inline one gets its own.
 */
export const withSetup = (config: Config, path: string): Config => {
  const { projects } = config;
  if (projects === undefined) return added(config, path);
  const own = projects.map((project) => (typeof project === 'string' ? project : added(project, path)));
  return added({ ...config, projects: own } as Config, path);
};
