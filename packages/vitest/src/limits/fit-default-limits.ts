import type * as AdaptiveModule from '@holdfast/adaptive/sandbox';
import { type FittedDefault, handedSettings } from '@holdfast/adaptive/sandbox';

/** Vitest's default limits, as they were fitted. A member is missing where the limit stays as it is. */
export interface FittedDefaults {
  readonly test?: FittedDefault;
  readonly hook?: FittedDefault;
}

const FITTED = Symbol.for('holdfast.vitest.fitted-limits');

/** Vitest's configuration in a worker, as far as it is read here. */
interface WorkerConfig {
  readonly testTimeout?: unknown;
  readonly hookTimeout?: unknown;
  /** Of the worker's present file, or of an earlier one. */
  [FITTED]?: FittedDefaults;
}

/** Vitest's own `vi`, as far as it is used here. */
export interface Configurable {
  setConfig(config: { testTimeout?: number; hookTimeout?: number }): void;
}

/** The configuration that holds in this worker at this moment. */
export const workerConfig = (): WorkerConfig =>
  (globalThis as { __vitest_worker__?: { config?: WorkerConfig } }).__vitest_worker__?.config ?? {};

/**
 * Fits Vitest's default limits of tests and hooks to the machine, where the setting `fitLimits` asks for it. A limit
 * that a test, a hook, a group or the file names counts for more, as ever. A second call for a file changes nothing.
 * @param load loads a module of Holdfast's: only where it is wanted, for most projects do not ask for it
 */
export const fitDefaultLimits = (vi: Configurable, load: (name: string) => unknown): FittedDefaults => {
  if (handedSettings()?.fitLimits !== true) return {};
  const { fitDefaultLimit: fitNow } = load('@holdfast/adaptive/sandbox') as typeof AdaptiveModule;
  const config = workerConfig();
  // Vitest puts its own limits back after each file; what still holds was fitted for this one.
  const { test: testBefore, hook: hookBefore } = config[FITTED] ?? {};
  const { testTimeout, hookTimeout } = config;
  const test = testTimeout === testBefore?.limitMs ? testBefore : fitNow(testTimeout);
  const hook = hookTimeout === hookBefore?.limitMs ? hookBefore : fitNow(hookTimeout, 'hook limit');
  const defaults = { ...(test && { test }), ...(hook && { hook }) };
  if (test === undefined && hook === undefined) return defaults;
  vi.setConfig({
    ...(test && { testTimeout: test.limitMs }),
    ...(hook && { hookTimeout: hook.limitMs }),
  });
  Object.defineProperty(config, FITTED, { configurable: true, value: defaults });
  return defaults;
};
