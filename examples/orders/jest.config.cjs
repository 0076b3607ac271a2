const { withHoldfast } = require('@holdfast/jest/config');
const { areas, rules } = require('./holdfast.js');

process.env.TZ = 'UTC';
// A name server that does not answer must not hold the run up.
process.env.RES_OPTIONS = 'timeout:1 attempts:1';

module.exports = withHoldfast(
  {
    testMatch: ['<rootDir>/test/**/*.test.js'],
    globalSetup: '<rootDir>/environment/jest-global-setup.js',
    globalTeardown: '<rootDir>/environment/jest-global-teardown.js',
    maxWorkers: 2,
    testTimeout: 10_000,
  },
  { outputDir: 'holdfast-report/jest', areas, rules },
);
