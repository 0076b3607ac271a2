import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isJest, type Setting } from './matrix.js';
import { runFolder } from './run-folder.js';

/** Settings that both runners have, under one name. */
export interface ProjectConfig {
  readonly retry?: number;
  readonly bail?: number;
  readonly testTimeoutMs?: number;
  /** Leaves the setup file out, to see what the reporter alone can tell. */
  readonly reporterOnly?: boolean;
  /** Leaves Holdfast out, to see what the runner says without it. */
  readonly withoutHoldfast?: boolean;
  /** Paths of files of the project. */
  readonly globalSetup?: string;
  readonly globalTeardown?: string;
  /** Leaves Vitest's JSON out; Jest's is asked for when it runs. */
  readonly withoutJson?: boolean;
  /** Source text of further members of the runner's configuration (Vitest: of `test`). */
  readonly extra?: string;
  /** Options of Holdfast's reporter. */
  readonly holdfast?: Readonly<Record<string, unknown>>;
  /** Configures through `withHoldfast` or the plugin, and not by hand. */
  readonly wrapped?: boolean;
}

export interface Project {
  readonly setting: Setting;
  readonly directory: string;
}

const hasOwnSetup = ({ wrapped, reporterOnly, withoutHoldfast }: ProjectConfig): boolean =>
  !wrapped && !reporterOnly && !withoutHoldfast;

const jestConfig = (setting: Setting, config: ProjectConfig): string => {
  const members = [
    `testMatch: ['**/*.test.js']`,
    `cacheDirectory: __dirname + '/.jest-cache'`,
    setting.mode === 'worker-threads' ? 'workerThreads: true' : undefined,
    config.bail === undefined ? undefined : `bail: ${config.bail}`,
    config.testTimeoutMs === undefined ? undefined : `testTimeout: ${config.testTimeoutMs}`,
    config.globalSetup === undefined ? undefined : `globalSetup: '<rootDir>/${config.globalSetup}'`,
    config.globalTeardown === undefined ? undefined : `globalTeardown: '<rootDir>/${config.globalTeardown}'`,
    config.extra,
  ];
  const setupFiles = [
    ...(config.retry === undefined ? [] : ['<rootDir>/retry.setup.js']),
    ...(hasOwnSetup(config) ? ['@holdfast/jest/setup'] : []),
  ];
  members.push(`setupFilesAfterEnv: ${JSON.stringify(setupFiles)}`);
  const options = JSON.stringify(config.holdfast ?? {});
  if (config.wrapped) {
    return `const { withHoldfast } = require('@holdfast/jest/config');
module.exports = withHoldfast({ ${members.filter(Boolean).join(', ')} }, ${options});\n`;
  }
  const own = config.withoutHoldfast ? '' : `, ['@holdfast/jest/reporter', ${options}]`;
  members.push(`reporters: ['default'${own}]`);
  return `module.exports = { ${members.filter(Boolean).join(', ')} };\n`;
};

const vitestConfig = (setting: Setting, config: ProjectConfig): string => {
  const options = JSON.stringify(config.holdfast ?? {});
  const own = config.wrapped || config.withoutHoldfast ? '' : `, ['@holdfast/vitest/reporter', ${options}]`;
  const json = config.withoutJson ? '' : `, ['json', { outputFile: 'runner.json' }]`;
  const members = [
    'globals: true',
    `include: ['**/*.test.js']`,
    `pool: '${setting.mode}'`,
    'maxWorkers: 2',
    setting.runner === 'vitest-3' ? 'minWorkers: 1' : undefined,
    `reporters: ['default'${own}${json}]`,
    hasOwnSetup(config) ? `setupFiles: ['@holdfast/vitest/setup']` : undefined,
    config.retry === undefined ? undefined : `retry: ${config.retry}`,
    config.bail === undefined ? undefined : `bail: ${config.bail}`,
    config.testTimeoutMs === undefined
      ? undefined
      : `testTimeout: ${config.testTimeoutMs}, hookTimeout: ${config.testTimeoutMs}`,
    config.globalSetup === undefined ? undefined : `globalSetup: ['./${config.globalSetup}']`,
    config.extra,
  ];
  return `import { defineConfig } from 'vitest/config';
${config.wrapped ? `import { holdfast } from '@holdfast/vitest/plugin';\n` : ''}export default defineConfig({
  ${config.wrapped ? `plugins: [holdfast(${options})],` : ''}
  test: { ${members.filter(Boolean).join(', ')} },
});\n`;
};

/**
 * Writes a project to a fresh directory below the runner's own folder, where it finds the runner and the
 * packed copies of Holdfast's packages as a user's project would.
 */
export const writeProject = (
  setting: Setting,
  files: Readonly<Record<string, string>>,
  config: ProjectConfig = {},
): Project => {
  const work = runFolder(setting.runner);
  mkdirSync(work, { recursive: true });
  const directory = mkdtempSync(join(work, `${setting.mode}-`));
  const all: Record<string, string> = {
    ...files,
    'package.json': '{ "private": true }\n',
    ...(isJest(setting)
      ? { 'jest.config.js': jestConfig(setting, config) }
      : { 'vitest.config.mjs': vitestConfig(setting, config) }),
    ...(isJest(setting) && config.retry !== undefined
      ? { 'retry.setup.js': `jest.retryTimes(${config.retry});\n` }
      : {}),
  };
  for (const [path, text] of Object.entries(all)) {
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return { setting, directory };
};
