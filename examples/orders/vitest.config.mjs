import { holdfast } from '@holdfast/vitest/plugin';
import { defineConfig } from 'vitest/config';
import { areas, rules } from './holdfast.js';

process.env.TZ = 'UTC';
// A name server that does not answer must not hold the run up.
process.env.RES_OPTIONS = 'timeout:1 attempts:1';

export default defineConfig({
  plugins: [holdfast({ outputDir: 'holdfast-report/vitest', areas, rules })],
  test: {
    globals: true,
    include: ['test/**/*.test.js'],
    globalSetup: ['environment/vitest-global-setup.mjs'],
    maxWorkers: 2,
    testTimeout: 10_000,
  },
});
