import type { EvidenceSink } from '@holdfast/journal';
import type { AttemptLog } from '../circus/attempt-log.js';
import { type CircusBlock, type CircusState, type CircusTest, titleOf } from '../circus/circus-state.js';
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

const currentTest = (sandbox: object, state: CircusState, root: CircusBlock): CircusTest | undefined => {
  const matchers = matchersState(sandbox);
  const asking = matchers?.currentTestIdentity?.();
  if (asking !== undefined) return asking;
  const concurrent = matchers?.currentConcurrentTestName?.();
  const found = concurrent === undefined ? undefined : testNamed(concurrent, root);
  return found ?? state.currentlyRunningTest ?? undefined;
};

/** The sink of a test file: a fact goes to the test whose code calls. */
export const evidenceFor = (sandbox: object, state: CircusState, log: AttemptLog): EvidenceSink => {
  const root = state.rootDescribeBlock;
  return (name, data) => log.evidence(currentTest(sandbox, state, root), name, data);
};
