import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = 3;
const TESTS = 5;

/** Every test holds one thing of each kind, for a time that nobody knows beforehand. */
const testFile = (runner, number) => `${
  runner === 'jest'
    ? "const { test } = require('@holdfast/jest');"
    : "import { test } from '@holdfast/vitest';"
}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const program = \`require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { detached: true, stdio: 'ignore' });
console.log('up'); setInterval(() => {}, 1e6)\`;
const template = {
  name: 'kills',
  migrate: async (connectionString) => {
    const { Client } = require('pg');
    const client = new Client({ connectionString });
    await client.connect();
    await client.query('CREATE TABLE t (a int)');
    await client.end();
  },
};
for (let index = 0; index < ${TESTS}; index++) {
  test('holds things ${number}.' + index, async ({ port, directory, database, child, mutex }) => {
    const fs = require('fs');
    fs.writeFileSync((await directory()) + '/file', 'x');
    await port();
    await mutex('kills', { shared: true, within: 60_000 }).run(() => sleep(Math.random() * 30));
    await Promise.all([
      database({ connection: process.env.KILLS_SERVER, template }),
      child(process.execPath, { args: ['-e', program], ready: /up/, within: 60_000, stopWithin: 50 }),
    ]);
    await sleep(Math.random() * 100);
  }, 120_000);
}
`;

const tiny = (runner) =>
  `${runner === 'jest' ? "const { test } = require('@holdfast/jest');" : "import { test } from '@holdfast/vitest';"}
test('is there', () => {});\n`;

const configs = {
  jest: {
    'jest.config.cjs': `module.exports = { testMatch: ['**/*.test.cjs'], maxWorkers: 2, cacheDirectory: __dirname + '/.cache',
  setupFilesAfterEnv: ['@holdfast/jest/setup'], reporters: ['default', '@holdfast/jest/reporter'] };\n`,
  },
  vitest: {
    'vitest.config.mjs': `export default { test: { include: ['**/*.test.mjs'], pool: 'forks', maxWorkers: 2,
  setupFiles: ['@holdfast/vitest/setup'], reporters: ['default', '@holdfast/vitest/reporter'] } };\n`,
  },
};

/**
 * Writes the project that is killed.
 * @param {string} directory fresh; below one where runners and packages are installed
 * @param {'jest' | 'vitest'} runner
 * @param {string} pg the installed package pg
 */
export const writeKillsProject = (directory, runner, pg) => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, 'node_modules'), { recursive: true });
  symlinkSync(pg, join(directory, 'node_modules', 'pg'));
  const extension = runner === 'jest' ? 'cjs' : 'mjs';
  const requires =
    runner === 'jest'
      ? ''
      : "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n";
  const files = {
    ...configs[runner],
    'package.json': '{ "private": true }\n',
    [`tiny.test.${extension}`]: tiny(runner),
  };
  for (let number = 0; number < FILES; number++) {
    files[`kills-${number}.test.${extension}`] = requires + testFile(runner, number);
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
};
