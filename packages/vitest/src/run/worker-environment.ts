import { RUN_DIRECTORY_VARIABLE } from '@holdfast/journal';
import { PROJECT_VARIABLE } from '../test-file/project-variable.js';

/** A project as far as it is read here. */
export interface EnvironmentProject {
  readonly name: string;
  readonly config: { env?: Record<string, unknown> };
}

/**
 * Tells workers where to write their journals, until the returned function is called. New processes copy the
 * environment of this one; workers that already live are sent the project's `env` with each file.
 */
export const offerRunDirectory = (
  directory: string,
  projects: readonly EnvironmentProject[],
  environment: Record<string, string | undefined>,
): (() => void) => {
  const before = environment[RUN_DIRECTORY_VARIABLE];
  environment[RUN_DIRECTORY_VARIABLE] = directory;
  for (const { name, config } of projects) {
    config.env ??= {};
    config.env[RUN_DIRECTORY_VARIABLE] = directory;
    if (name !== '') config.env[PROJECT_VARIABLE] = name;
  }
  return () => {
    if (environment[RUN_DIRECTORY_VARIABLE] !== directory) return;
    if (before === undefined) delete environment[RUN_DIRECTORY_VARIABLE];
    else environment[RUN_DIRECTORY_VARIABLE] = before;
  };
};
