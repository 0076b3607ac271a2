import { holdfast } from '@holdfast/vitest/plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [holdfast({ outputDir: 'holdfast-report/vitest' })],
  test: { include: ['vitest/**/*.test.mjs'], testTimeout: 120_000, hookTimeout: 120_000 },
});
