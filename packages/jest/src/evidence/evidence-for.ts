import type { EvidencePort } from '@holdfast/adaptive/sandbox';
import { guarded, type LeaseSink } from '@holdfast/journal';
import type { AttemptLog } from '../circus/attempt-log.js';
import {
  type CircusBlock,
  type CircusState,
  type CircusTest,
  rootBlockOf,
  titleOf,
} from '../circus/circus-state.js';
import { matchersState } from './matchers-state.js';

const testNamed = (name: string, block: CircusBlock): CircusTest | undefined => {
  for (const child of block.children) {
    if ('children' in child) {
      const found = testNamed(name, child);
      if (found !== undefined) return found;
    } else if (titleOf(child).join(' ') === name) return child;
  }
  return undefined;
};

/** The test whose code calls. */
export const currentTest = (
  sandbox: object,
  state: CircusState,
  root: CircusBlock,
): CircusTest | undefined => {
  const matchers = matchersState(sandbox);
  const asking = matchers?.currentTestIdentity?.();
  if (asking !== undefined) return asking;
  const concurrent = matchers?.currentConcurrentTestName?.();
  const found = concurrent === undefined ? undefined : testNamed(concurrent, root);
  return found ?? state.currentlyRunningTest ?? undefined;
};

/** Takes what tests of a file are about to make outside their process, each for the test whose code calls. */
export const leasesFor = (sandbox: object, state: CircusState, log: AttemptLog): LeaseSink => {
  const root = rootBlockOf(state);
  return (claim) => log.lease(currentTest(sandbox, state, root), claim);
};

/** Takes the facts of a test file: each goes to the test whose code calls. */
export const evidenceFor = (sandbox: object, state: CircusState, log: AttemptLog): Required<EvidencePort> => {
  const root = rootBlockOf(state);
  const current = (): CircusTest | undefined => currentTest(sandbox, state, root);
  return {
    record: guarded((name, data) => log.evidence(current(), name, data)),
    recordOnFailure: guarded((name, data) => log.evidenceOnFailure(current(), name, data)),
  };
};
