import { createRequire } from 'node:module';
import { lateMatchers } from '@holdfast/adaptive/sandbox';

interface Extendable {
  extend(matchers: object): void;
}

/** Adds Holdfast's assertions to Vitest's `expect`; their code is loaded when the first one is called. */
export const registerMatchers = (expect: Extendable, setupFile: string): void => {
  expect.extend(lateMatchers(() => createRequire(setupFile)('./matchers.js').matchers));
};
