import type { Phase } from '@holdfast/journal';

type HookPhase = Extract<Phase, 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll'>;

const FIRST_FRAME = /\n\s+at (?:Object\.)?(beforeAll|beforeEach|afterEach|afterAll) \(/;

/** The hook whose definition a stack points at: how Jest 29 prints the stack of a hook that took too long. */
export const hookOfFrame = (stack: string): HookPhase | undefined =>
  FIRST_FRAME.exec(stack)?.[1] as HookPhase | undefined;
