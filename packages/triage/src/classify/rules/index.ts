import type { Rule } from '../rule.js';
import { signatureRules } from '../signature.js';
import { assertionDefault } from './assertion-default.js';
import { DATABASES } from './databases.data.js';
import { dateShiftRule } from './date-shift.js';
import { elapsedTime } from './elapsed-time.js';
import { failsOnlyInFullRun } from './fails-only-in-full-run.js';
import { httpStatus } from './http-status.js';
import { lineEnds } from './line-ends.js';
import { MEMORY_AND_WORKERS } from './memory-and-workers.data.js';
import { MODULES } from './modules.data.js';
import { NODE_ERRORS } from './node-errors.data.js';
import { onePlatformOnly } from './one-platform-only.js';
import { OTHER_LANGUAGES } from './other-languages.data.js';
import { otherOrder } from './other-order.js';
import { passesOnRerun } from './passes-on-rerun.js';
import { pathSeparators } from './path-separators.js';
import { RUNNER_MESSAGES } from './runner-messages.data.js';
import { SETTINGS } from './settings.data.js';
import { timeOut } from './time-out.js';
import { typeError } from './type-error.js';
import { typeErrorBesideMocks } from './type-error-beside-mocks.js';

/** Every built-in rule. The order does not matter: evidence is weighed, not raced. */
export const RULES: readonly Rule[] = [
  ...signatureRules('node', NODE_ERRORS),
  ...signatureRules('process', MEMORY_AND_WORKERS),
  ...signatureRules('module', MODULES),
  ...signatureRules('service', DATABASES),
  ...signatureRules('settings', SETTINGS),
  ...signatureRules('runner', RUNNER_MESSAGES),
  ...signatureRules('language', OTHER_LANGUAGES),
  assertionDefault,
  dateShiftRule,
  elapsedTime,
  failsOnlyInFullRun,
  httpStatus,
  lineEnds,
  onePlatformOnly,
  otherOrder,
  passesOnRerun,
  pathSeparators,
  timeOut,
  typeError,
  typeErrorBesideMocks,
];
