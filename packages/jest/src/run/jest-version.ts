import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const NAMES = ['jest', 'jest-cli'];

const attempt = <Value>(get: () => Value): Value | undefined => {
  try {
    return get();
  } catch {
    return undefined;
  }
};

const versionIn = (path: string): string | undefined => {
  const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { name?: string; version?: string };
  return name !== undefined && NAMES.includes(name) ? version : undefined;
};

/**
 * The version of the Jest that runs: of the script that Node was started with, else of the one that the project
 * finds. Jest tells its reporters nothing of it.
 */
export const jestVersion = (rootDir: string, script = process.argv[1]): string => {
  const beside = attempt(() => versionIn(join(realpathSync(script ?? ''), '..', '..', 'package.json')));
  const found = attempt(() =>
    versionIn(createRequire(join(rootDir, 'package.json')).resolve('jest/package.json')),
  );
  return beside ?? found ?? 'unknown';
};
