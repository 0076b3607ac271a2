import type { Rule } from '../rule.js';

const HANDLES = new Set(['child-process', 'file-handle', 'server', 'socket', 'timer', 'watcher', 'worker']);

/** The ledger of leaks failed the test for what it left behind, as it was asked to. */
export const leftBehind: Rule = {
  id: 'left-behind',
  keywords: ['HOLDFAST_LEAKED'],
  judge: ({ failure, chain }) => {
    if (!chain.some(({ code }) => code === 'HOLDFAST_LEAKED')) return undefined;
    const kinds = (failure.evidence ?? []).flatMap(({ name }) =>
      name.startsWith('leftover.') ? [name.slice('leftover.'.length)] : [],
    );
    const isState = kinds.some((kind) => !HANDLES.has(kind));
    return {
      category: 'TEST_DESIGN',
      cause: isState ? 'leaked-state' : 'leaked-handle',
      weight: 0.95,
      sentence: `The test left behind what it should have closed or put back: ${kinds.join(', ') || 'see the message'}.`,
      runtime: true,
    };
  },
};
