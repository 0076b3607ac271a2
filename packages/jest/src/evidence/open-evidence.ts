import type { AttemptLog } from '../circus/attempt-log.js';
import { type CircusBlock, type CircusState, type CircusTest, titleOf } from '../circus/circus-state.js';
import { matchersState } from './matchers-state.js';

/** Takes a fact for the test whose code calls. */
export type EvidenceSink = (name: string, data: object) => void;

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

/**
 * Where the package's other entry puts evidence. It lies on the sandbox's global, because the two are loaded apart
 * and `jest.resetModules` makes a test's copy another than the set-up's.
 */
export const openEvidence = (sandbox: object, state: CircusState, log: AttemptLog): void => {
  const root = state.rootDescribeBlock;
  const sink: EvidenceSink = (name, data) => log.evidence(currentTest(sandbox, state, root), name, data);
  Object.defineProperty(sandbox, Symbol.for('holdfast.jest.evidence'), { configurable: true, value: sink });
};
