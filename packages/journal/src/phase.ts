/** Which part of a run an error came from. */
export const PHASES = [
  'global-setup',
  'load',
  'beforeAll',
  'beforeEach',
  'test',
  'afterEach',
  'afterAll',
  'after-end',
  'worker',
  'global-teardown',
] as const;

export type Phase = (typeof PHASES)[number];
