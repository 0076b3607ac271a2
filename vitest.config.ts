import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './e2e/src/longest-first.js';
import { pageFromSource } from './scripts/build/page-from-source.mjs';

const source = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

// Unit tests read the sources of sibling packages, so they need no build.
const alias = [
  { find: /^@holdfast\/(adaptive|fixtures|journal|triage)$/, replacement: source('$1/src/index.ts') },
  { find: /^@holdfast\/(adaptive|fixtures|journal|triage)\/(.+)$/, replacement: source('$1/src/$2.ts') },
];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        plugins: [pageFromSource()],
        test: {
          name: 'unit',
          include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
          // Property tests on a busy machine take their time.
          testTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['e2e/test/**/*.test.ts'],
          globalSetup: ['e2e/src/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // Much of what they do is waiting.
          maxWorkers: 4,
        },
      },
      {
        test: {
          name: 'packed',
          include: ['e2e/packed/**/*.test.ts'],
          globalSetup: ['e2e/packed/global-setup.ts'],
          testTimeout: 120_000,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: 'docs',
          include: ['e2e/docs/**/*.test.ts'],
          globalSetup: ['e2e/packed/global-setup.ts'],
          testTimeout: 120_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
