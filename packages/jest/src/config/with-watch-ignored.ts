import type { Config } from 'jest';

interface Watched {
  watchPathIgnorePatterns?: string[];
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Keeps watch mode from running again because of the reports that the run before has written. */
export const withWatchIgnored = (config: Config, outputDir: string): Config => {
  const folder = outputDir.replace(/^\.?[\\/]+|[\\/]+$/g, '');
  const pattern = `[\\\\/]${literally(folder)}[\\\\/]`;
  const one = <Target extends Watched>(target: Target): Target => ({
    ...target,
    watchPathIgnorePatterns: [...(target.watchPathIgnorePatterns ?? []), pattern],
  });
  const { projects } = config;
  if (projects === undefined) return one(config);
  const own = projects.map((project) => (typeof project === 'string' ? project : one(project)));
  return one({ ...config, projects: own } as Config);
};
