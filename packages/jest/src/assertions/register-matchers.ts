import { lateMatchers } from '@holdfast/adaptive/sandbox';
import { load } from '../sandbox/load.js';

interface Extendable {
  extend?(matchers: object): void;
}

/** `expect` of this test file, which a project may keep out of its globals. */
const findExpect = (sandbox: object): Extendable | undefined =>
  (sandbox as { expect?: Extendable }).expect ?? (load('@jest/globals') as { expect?: Extendable }).expect;

/** Adds Holdfast's assertions to the `expect` of this test file; their code is loaded when the first one is called. */
export const registerMatchers = (sandbox: object): void => {
  const late = lateMatchers(() => (load('./matchers.js') as { matchers: never }).matchers);
  findExpect(sandbox)?.extend?.(late);
};
