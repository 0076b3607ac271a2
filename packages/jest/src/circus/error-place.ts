import type { CircusBlock, CircusError, CircusHook, CircusTest } from './circus-state.js';

/** A recorded error taken apart: what was thrown, and the hook it came from. */
export interface ErrorPlace {
  readonly thrown: unknown;
  /** The error that Jest made where the test or hook was defined. */
  readonly mark: unknown;
  readonly hook: CircusHook | undefined;
}

const hookOf = (mark: unknown, block: CircusBlock | undefined): CircusHook | undefined => {
  for (let at = block; at !== undefined; at = at.parent) {
    const hook = at.hooks.find(({ asyncError }) => asyncError === mark);
    if (hook !== undefined) return hook;
  }
  return undefined;
};

/** Jest keeps an error beside the mark of the hook or test that it came from; the mark's identity tells which. */
export const placeInTest = (error: CircusError, test: CircusTest): ErrorPlace => {
  if (!Array.isArray(error)) return { thrown: error, mark: undefined, hook: undefined };
  const [thrown, mark] = error as [unknown, unknown];
  const isHooks = mark !== undefined && mark !== test.asyncError;
  return { thrown, mark, hook: isHooks ? hookOf(mark, test.parent) : undefined };
};

export interface BlockPlace extends ErrorPlace {
  readonly block: CircusBlock | undefined;
}

const isBlock = (child: CircusBlock | CircusTest): child is CircusBlock => 'children' in child;

const blockOf = (mark: unknown, block: CircusBlock): CircusBlock | undefined => {
  if (block.hooks.some(({ asyncError }) => asyncError === mark)) return block;
  for (const child of block.children) {
    const found = isBlock(child) ? blockOf(mark, child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The same for an error that Jest could not lay at a test's door. */
export const placeInFile = (error: CircusError, root: CircusBlock): BlockPlace => {
  if (!Array.isArray(error)) return { thrown: error, mark: undefined, hook: undefined, block: undefined };
  const [thrown, mark] = error as [unknown, unknown];
  const block = mark === undefined ? undefined : blockOf(mark, root);
  return { thrown, mark, block, hook: block?.hooks.find(({ asyncError }) => asyncError === mark) };
};
