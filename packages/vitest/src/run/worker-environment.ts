import { lendVariables } from '@holdfast/triage';
import { PROJECT_VARIABLE } from '../test-file/project-variable.js';

/** A project as far as it is read here. */
export interface EnvironmentProject {
  readonly name: string;
  readonly config: { env?: Record<string, unknown> };
}

/**
 * Tells workers what they have to know, until the returned function is called. New processes copy the environment of
 * this one; workers that already live are sent the project's `env` with each file.
 */
export const offerVariables = (
  variables: Readonly<Record<string, string>>,
  projects: readonly EnvironmentProject[],
  environment: Record<string, string | undefined>,
): (() => void) => {
  const takeBack = [lendVariables(environment, variables)];
  for (const { name, config } of projects) {
    config.env ??= {};
    takeBack.push(
      lendVariables(config.env, name === '' ? variables : { ...variables, [PROJECT_VARIABLE]: name }),
    );
  }
  return () => {
    for (const undo of takeBack.reverse()) undo();
  };
};
