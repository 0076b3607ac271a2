import { RUN_DIRECTORY_VARIABLE } from '@holdfast/journal';
import { PROJECT_VARIABLE } from '../test-file/project-variable.js';

/** A project as far as it is read here. */
export interface EnvironmentProject {
  readonly name: string;
  readonly config: { env?: Record<string, unknown> };
}

/** Sets a member, and gives back what puts things as they were: a member that somebody has changed since stays. */
const lend = (members: Record<string, unknown>, name: string, value: string): (() => void) => {
  const had = Object.hasOwn(members, name);
  const before = members[name];
  members[name] = value;
  return () => {
    if (members[name] !== value) return;
    if (had && before !== undefined) members[name] = before;
    else delete members[name];
  };
};

/**
 * Tells workers where to write their journals, until the returned function is called. New processes copy the
 * environment of this one; workers that already live are sent the project's `env` with each file.
 */
export const offerRunDirectory = (
  directory: string,
  projects: readonly EnvironmentProject[],
  environment: Record<string, string | undefined>,
): (() => void) => {
  const takeBack = [lend(environment, RUN_DIRECTORY_VARIABLE, directory)];
  for (const { name, config } of projects) {
    config.env ??= {};
    takeBack.push(lend(config.env, RUN_DIRECTORY_VARIABLE, directory));
    if (name !== '') takeBack.push(lend(config.env, PROJECT_VARIABLE, name));
  }
  return () => {
    for (const undo of takeBack.reverse()) undo();
  };
};
