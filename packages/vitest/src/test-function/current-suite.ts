import * as vitest from 'vitest';

/** A test as Vitest has just taken it in. */
export interface DefinedTask {
  timeout?: number | undefined;
}

type FindSuite = () => { readonly tasks: DefinedTask[] } | undefined;

interface RunnerEntry {
  readonly getCurrentSuite?: FindSuite;
}

/** Takes the name as a value: Vite would look for a name that stands in the import, and Vitest 5 has no such entry. */
const load = (name: string): Promise<RunnerEntry> => import(/* @vite-ignore */ name);

let find: FindSuite | undefined;

/** Vitest 4.1 and 5 tell it in their main entry, earlier ones in one of its own. Ask for it before the first test. */
export const prepareCurrentSuite = async (): Promise<void> => {
  const main = (vitest as { TestRunner?: RunnerEntry }).TestRunner;
  find = (main ?? (await load('vitest/suite'))).getCurrentSuite;
};

/** What the group has that is being defined: its tests so far, and groups in it. Undefined where nobody says. */
export const definedTasks = (): DefinedTask[] | undefined => find?.()?.tasks;
