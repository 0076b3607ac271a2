import type { Rule } from '../rule.js';
import { signatureRules } from '../signature.js';
import { assertionDefault } from './assertion-default.js';
import { ASSERTION_USAGE } from './assertion-usage.data.js';
import { browserGlobals } from './browser-globals.js';
import { budgetEvidence } from './budget-evidence.js';
import { CLIENTS } from './clients.data.js';
import { clockReading } from './clock-reading.js';
import { COMPONENT_TESTS } from './component-tests.data.js';
import { contentionExpected } from './contention-expected.js';
import { DATABASES } from './databases.data.js';
import { dateGoneBy } from './date-gone-by.js';
import { dateShiftRule } from './date-shift.js';
import { deadWorker } from './dead-worker.js';
import { dependencyNotLoaded } from './dependency-not-loaded.js';
import { elapsedTime } from './elapsed-time.js';
import { elementNotFound } from './element-not-found.js';
import { engineWording } from './engine-wording.js';
import { failsOffCi } from './fails-off-ci.js';
import { failsOnlyInFullRun } from './fails-only-in-full-run.js';
import { fileModesIgnored } from './file-modes-ignored.js';
import { fixedExpiry } from './fixed-expiry.js';
import { fixtureCode } from './fixture-code.js';
import { FRAMEWORKS } from './frameworks.data.js';
import { generatedNames } from './generated-names.js';
import { httpClientError } from './http-client-error.js';
import { httpStatus } from './http-status.js';
import { identityCompared } from './identity-compared.js';
import { importedFunctionMissing } from './imported-function-missing.js';
import { lateError } from './late-error.js';
import { leakEvidence } from './leak-evidence.js';
import { leftBehind } from './left-behind.js';
import { lineEnds } from './line-ends.js';
import { localeFormat } from './locale-format.js';
import { machineValue } from './machine-value.js';
import { MEMORY_AND_WORKERS } from './memory-and-workers.data.js';
import { missingFile } from './missing-file.js';
import { mockAdapterAnswered } from './mock-adapter-answered.js';
import { MODULES } from './modules.data.js';
import { NODE_ERRORS } from './node-errors.data.js';
import { onePlatformOnly } from './one-platform-only.js';
import { otherLanguageError } from './other-language-error.js';
import { OTHER_LANGUAGES } from './other-languages.data.js';
import { otherOrder } from './other-order.js';
import { otherSpaces } from './other-spaces.js';
import { overrideClash } from './override-clash.js';
import { passesOnRerun } from './passes-on-rerun.js';
import { pathSeparators } from './path-separators.js';
import { platformGlobal } from './platform-global.js';
import { poolEvidence } from './pool-evidence.js';
import { poolForecast } from './pool-forecast.js';
import { promiseMissing } from './promise-missing.js';
import { rateEvidence } from './rate-evidence.js';
import { readinessEvidence } from './readiness-evidence.js';
import { referenceError } from './reference-error.js';
import { refusedOnCi } from './refused-on-ci.js';
import { relativeDay } from './relative-day.js';
import { rounding } from './rounding.js';
import { RUNNER_MESSAGES } from './runner-messages.data.js';
import { RUNNER_USAGE } from './runner-usage.data.js';
import { sameMoment } from './same-moment.js';
import { screenshotDiffers } from './screenshot-differs.js';
import { serialised } from './serialised.js';
import { SET_UP_AND_TEAR_DOWN } from './set-up-and-tear-down.data.js';
import { SETTINGS } from './settings.data.js';
import { settingsSchema } from './settings-schema.js';
import { snapshotMismatch } from './snapshot-mismatch.js';
import { staleCount } from './stale-count.js';
import { standInResolved } from './stand-in-resolved.js';
import { STAND_INS } from './stand-ins.data.js';
import { successCount } from './success-count.js';
import { symlinkedPath } from './symlinked-path.js';
import { teardownFailed } from './teardown-failed.js';
import { thrownByProduct } from './thrown-by-product.js';
import { timeOut } from './time-out.js';
import { titleNamesDanger } from './title-names-danger.js';
import { toolsAtOdds } from './tools-at-odds.js';
import { typeError } from './type-error.js';
import { typeErrorBesideMocks } from './type-error-beside-mocks.js';
import { uncaughtError } from './uncaught-error.js';
import { unhandledError } from './unhandled-error.js';
import { uniqueUnderRace } from './unique-under-race.js';
import { volatileParts } from './volatile-parts.js';
import { waitInVain } from './wait-in-vain.js';

/** Every built-in rule. The order does not matter: evidence is weighed, not raced. */
export const RULES: readonly Rule[] = [
  ...signatureRules('node', NODE_ERRORS, true),
  ...signatureRules('process', MEMORY_AND_WORKERS, true),
  ...signatureRules('module', MODULES),
  ...signatureRules('service', DATABASES, true),
  ...signatureRules('settings', SETTINGS),
  ...signatureRules('runner', RUNNER_MESSAGES),
  ...signatureRules('lifecycle', SET_UP_AND_TEAR_DOWN, true),
  ...signatureRules('framework', FRAMEWORKS),
  ...signatureRules('client', CLIENTS, true),
  ...signatureRules('stand-in', STAND_INS),
  ...signatureRules('component', COMPONENT_TESTS),
  ...signatureRules('usage', RUNNER_USAGE),
  ...signatureRules('assertion', ASSERTION_USAGE),
  ...signatureRules('language', OTHER_LANGUAGES),
  assertionDefault,
  budgetEvidence,
  browserGlobals,
  relativeDay,
  engineWording,
  symlinkedPath,
  clockReading,
  contentionExpected,
  dateGoneBy,
  dateShiftRule,
  deadWorker,
  dependencyNotLoaded,
  elapsedTime,
  elementNotFound,
  failsOffCi,
  failsOnlyInFullRun,
  fileModesIgnored,
  fixedExpiry,
  fixtureCode,
  generatedNames,
  httpClientError,
  httpStatus,
  identityCompared,
  importedFunctionMissing,
  lateError,
  teardownFailed,
  leakEvidence,
  leftBehind,
  lineEnds,
  localeFormat,
  machineValue,
  missingFile,
  mockAdapterAnswered,
  onePlatformOnly,
  otherLanguageError,
  otherOrder,
  otherSpaces,
  overrideClash,
  passesOnRerun,
  pathSeparators,
  platformGlobal,
  poolEvidence,
  poolForecast,
  promiseMissing,
  readinessEvidence,
  rateEvidence,
  referenceError,
  refusedOnCi,
  rounding,
  sameMoment,
  screenshotDiffers,
  serialised,
  settingsSchema,
  snapshotMismatch,
  staleCount,
  standInResolved,
  successCount,
  thrownByProduct,
  timeOut,
  titleNamesDanger,
  toolsAtOdds,
  typeError,
  typeErrorBesideMocks,
  uncaughtError,
  unhandledError,
  uniqueUnderRace,
  volatileParts,
  waitInVain,
];
