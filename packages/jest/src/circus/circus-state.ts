/*
 * The parts of jest-circus' state that are read here, alike in 29.7 and 30. They lie in the sandbox, so that a
 * setup file can reach them; every access is guarded, and what is missing means less evidence.
 */

/** Where a test or a hook whose limit Jest does not keep has its own one. */
export const OWN_LIMIT: unique symbol = Symbol.for('holdfast.jest.own-limit');

/** The limit as it was given, and after how long it struck, where it did. */
export interface OwnLimit {
  readonly ms: number | undefined;
  struckAfterMs?: number;
}

interface Limited {
  readonly timeout?: number | undefined;
  readonly [OWN_LIMIT]?: OwnLimit;
}

/** The limit that was given to a test or a hook itself; undefined where the default holds. */
export const givenLimit = (limited: Limited): number | undefined =>
  (OWN_LIMIT in limited ? limited[OWN_LIMIT]?.ms : limited.timeout) || undefined;

export type HookType = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

export interface CircusHook extends Limited {
  readonly type: HookType;
  /** Made where the hook was defined; Jest puts it beside every error of the hook. */
  readonly asyncError?: unknown;
}

export interface CircusBlock {
  readonly name: string;
  readonly mode?: string | undefined;
  readonly parent?: CircusBlock | undefined;
  readonly hooks: readonly CircusHook[];
  readonly children: readonly (CircusBlock | CircusTest)[];
}

/** A thrown value, alone or beside the error that marks where the hook or test was defined. */
export type CircusError = unknown;

export interface CircusTest extends Limited {
  readonly name: string;
  readonly mode?: string | undefined;
  readonly parent: CircusBlock;
  readonly concurrent?: boolean;
  readonly asyncError?: unknown;
  readonly invocations: number;
  readonly duration?: number | null;
  errors: readonly CircusError[];
}

export interface CircusState {
  currentlyRunningTest: CircusTest | null;
  readonly rootDescribeBlock: CircusBlock;
  readonly hasFocusedTests: boolean;
  readonly hasStarted: boolean;
  readonly testNamePattern: RegExp | null;
  testTimeout: number;
  readonly unhandledErrors: CircusError[];
}

const DESCRIPTION = 'JEST_STATE_SYMBOL';

const ROOT = Symbol.for('holdfast.jest.root-block');

/** Leaves the root block where it can be read while somebody listens to who reads it from the state. */
export const keepRootBlock = (state: CircusState): void => {
  Object.defineProperty(state, ROOT, { configurable: true, value: state.rootDescribeBlock });
};

/** The block around the whole test file. Never read it from the state itself: in Jest 29 that says that the file ends. */
export const rootBlockOf = (state: CircusState): CircusBlock =>
  (state as { [ROOT]?: CircusBlock })[ROOT] ?? state.rootDescribeBlock;

/** The state of the test file that this sandbox runs; undefined under another test runner than jest-circus. */
export const findCircusState = (sandbox: object): CircusState | undefined => {
  const symbol = Object.getOwnPropertySymbols(sandbox).find(({ description }) => description === DESCRIPTION);
  if (symbol === undefined) return undefined;
  const state = (sandbox as Record<symbol, CircusState | undefined>)[symbol];
  const isKnown =
    typeof state === 'object' &&
    Array.isArray(state.unhandledErrors) &&
    typeof rootBlockOf(state) === 'object';
  return isKnown ? state : undefined;
};

/** Describe levels and title; the name of the root block is Jest's own and left out. */
export const titleOf = (place: {
  readonly name: string;
  readonly parent?: CircusBlock | undefined;
}): string[] => {
  const title: string[] = [];
  for (let at: typeof place | undefined = place; at?.parent !== undefined; at = at.parent)
    title.unshift(at.name);
  return title;
};
