import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import configuration from '../../.dependency-cruiser.cjs';
import { root } from '../workspace/root.mjs';

// One file that breaks each rule, and the files that these reach.
const violations: Record<string, [file: string, text: string]> = {
  'no-rings': [
    'packages/triage/src/left.ts',
    "import type { right } from './right.js'; export type left = right;",
  ],
  'journal-is-a-leaf': ['packages/journal/src/heavy.ts', "export { left } from '@holdfast/triage/left';"],
  'triage-imports-journal-and-statistics-only': [
    'packages/triage/src/wide.ts',
    "export { reporter } from '../../jest/src/reporter.js';",
  ],
  'adaptive-imports-journal-only': [
    'packages/adaptive/src/wide.ts',
    "export { wide } from '../../triage/src/wide.js';",
  ],
  'adaptive-reads-files-beside-the-runner': [
    'packages/adaptive/src/index.ts',
    "export { load } from './settings/source/load.js';",
  ],
  'fixtures-import-adaptive-and-journal-only': [
    'packages/fixtures/src/wide.ts',
    "export { wide } from '../../triage/src/wide.js';",
  ],
  'command-line-imports-triage-and-the-machine-only': [
    'packages/cli/src/wide.ts',
    "export { reporter } from '../../jest/src/reporter.js';",
  ],
  'reporters-reach-fixtures-by-reclaim-only': [
    'packages/vitest/src/plugin.ts',
    "export { wide } from '../../fixtures/src/wide.js';",
  ],
  'sandbox-never-imports-host': [
    'packages/jest/src/setup.ts',
    "export { wide } from '../../triage/src/wide.js';",
  ],
  'adapters-do-not-know-each-other': [
    'packages/vitest/src/reporter.ts',
    "export { reporter } from '../../jest/src/reporter.js';",
  ],
  'core-does-not-know-a-runner': ['packages/triage/src/runner.ts', "export { test } from 'vitest';"],
  'page-runs-in-a-browser': [
    'packages/triage/src/report/page/page.ts',
    "export { readFileSync } from 'node:fs';",
  ],
  'nobody-loads-the-page': [
    'packages/triage/src/report/loads-page.ts',
    "export { readFileSync } from './page/page.js';",
  ],
  'pure-core': ['packages/triage/src/classify/impure.ts', "export { readFileSync } from 'node:fs';"],
};
const support = {
  'packages/triage/src/right.ts': "import type { left } from './left.js'; export type right = left;",
  'packages/adaptive/src/settings/source/load.ts': 'export const load = 1;',
  'packages/jest/src/reporter.ts': 'export const reporter = 1;',
  'node_modules/vitest/index.js': 'export const test = 1;',
  'node_modules/vitest/package.json': '{ "name": "vitest", "main": "index.js" }',
};

describe('every import boundary', () => {
  let broken: { rule: string; from: string }[] = [];
  beforeAll(() => {
    const directory = join(root, '.work/boundaries');
    rmSync(directory, { recursive: true, force: true });
    for (const [file, text] of [...Object.values(violations), ...Object.entries(support)]) {
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), text);
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json']) {
      copyFileSync(join(root, file), join(directory, file));
    }
    const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'baseline', 'packages'];
    const output = execFileSync(process.execPath, args, { cwd: directory, encoding: 'utf8' });
    broken = JSON.parse(output).map(({ rule, from }: { rule: { name: string }; from: string }) => ({
      rule: rule.name,
      from,
    }));
  });

  it.each(configuration.forbidden.map(({ name }) => name))('%s catches what it is for', (name) => {
    expect(broken).toContainEqual({ rule: name, from: violations[name]?.[0] });
  });
});
