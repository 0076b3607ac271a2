process.env.TZ = 'UTC';
// A name server that does not answer must not hold the run up.
process.env.RES_OPTIONS = 'timeout:1 attempts:1';

module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.js'],
  globalSetup: '<rootDir>/environment/jest-global-setup.js',
  globalTeardown: '<rootDir>/environment/jest-global-teardown.js',
  maxWorkers: 2,
  testTimeout: 10_000,
};
