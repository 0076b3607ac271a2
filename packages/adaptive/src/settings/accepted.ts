/** What settings accept, in words. */
export const ACCEPTED = {
  load: "a number above 0 and up to 1,000, or 'measured'",
  timeMultiplier: 'a number above 0 and up to 100',
  limit: 'a number of milliseconds above 0 and up to 86,400,000',
  retryAttempts: 'a whole number from 1 to 100',
  rate: 'a number above 0 and up to 1',
  poolSize: 'a whole number from 1, or null',
  fitLimits: 'true or false',
  environment: 'a text that is not empty',
  object: 'an object',
} as const;
