import { coreModule } from '@holdfast/journal/sandbox';

/** What Jest's wrapper around a module of the sandbox passes it. */
declare const __filename: string;

/**
 * Loads a module of Holdfast's outside of the sandbox, where it stays for all test files of the worker. It must keep
 * nothing of a file's, and sees none of the sandbox's globals.
 * @throws Error outside Node
 */
export const loadOutside = (name: string): unknown => {
  // Jest 30 puts modules of its own in the place of `node:module` and `node:process`: those of the worker itself are
  // reached through its global object.
  const process: NodeJS.Process | undefined = coreModule('node:vm')?.runInThisContext('process');
  const modules = process?.getBuiltinModule('node:module');
  if (modules === undefined) throw new Error('outside Node');
  return modules.createRequire(__filename)(name);
};
