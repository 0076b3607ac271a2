export type {
  AmountBudgetOptions,
  AttemptContext,
  ContentionOptions,
  Durations,
  ErrorCode,
  ErrorGroup,
  EventuallyOptions,
  Interval,
  LoadOptions,
  LoadResult,
  MatcherResult,
  MatcherState,
  Monitor,
  MonitorOptions,
  OperationContext,
  Overlap,
  OverlapOptions,
  PassRate,
  Policy,
  RateOptions,
  RateThreshold,
  ResourceLimits,
  ResourceReport,
  RetryOptions,
  Settings,
  SettledOptions,
  Sighting,
  Spread,
  SureResult,
  TestKind,
  TestRetry,
  TestRetryOptions,
  TimeBudgetOptions,
  UntilSureOptions,
} from '@holdfast/adaptive';
export {
  budget,
  concurrently,
  defineConfig,
  eventually,
  HoldfastError,
  isHoldfastError,
  monitor,
  retry,
  settled,
  transientKind,
  untilSure,
  wilsonInterval,
} from '@holdfast/adaptive';
export type {
  CurrentTest,
  DefineCases,
  DefineHook,
  DefineTest,
  EachCase,
  FixtureDefinition,
  FixtureDefinitions,
  FixtureFunction,
  FixtureLife,
  FixtureOptions,
  Fixtures,
  ForCase,
  GracefulStop,
  Scope,
  ScopeOptions,
  StepOptions,
  StopReport,
  TestBody,
  TestFunction,
  TestOptions,
  Use,
} from '@holdfast/fixtures';
export { createScope, stopGracefully, useFixtures } from '@holdfast/fixtures';
export type { ErrorSnapshot, JsonValue, MachineFacts, Phase } from '@holdfast/journal';
export { evidence } from '@holdfast/journal/sandbox';
export type { Area, ReportFormat, UserRule } from '@holdfast/triage';
export { afterAll, afterEach, beforeAll, beforeEach, describe, expect, vi } from 'vitest';
export type { ReporterOptions } from './reporter-options.js';
export type { HoldfastMatchers } from './tagged-matchers.js';
export type { HoldfastTaskMeta } from './tagged-task-meta.js';
export type { SharedScopes, TestContext } from './test-function/test.js';
export { it, test } from './test-function/test.js';
