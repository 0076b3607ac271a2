const { withHoldfast } = require('@holdfast/jest/config');

module.exports = withHoldfast(
  { testMatch: ['<rootDir>/jest/**/*.test.js'], testTimeout: 120_000 },
  { outputDir: 'holdfast-report/jest' },
);
