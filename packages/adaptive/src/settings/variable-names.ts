/** Environment variables by what they set, the first name first; the others are accepted as aliases. */
export const VARIABLES = {
  environment: ['HOLDFAST_ENVIRONMENT'],
  load: ['HOLDFAST_LOAD_MULTIPLIER', 'CHAOS_LOAD_MULTIPLIER'],
  timeMultiplier: ['HOLDFAST_TIME_MULTIPLIER'],
  poolSize: ['HOLDFAST_POOL_SIZE', 'CHAOS_POOL_SIZE'],
  fitLimits: ['HOLDFAST_FIT_LIMITS'],
  /** The limit of tests of the kind `chaos`. */
  chaosSeconds: ['HOLDFAST_CHAOS_TIMEOUT', 'CHAOS_TIMEOUT'],
} as const;
