import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../input-error.js';

export type Runner = 'jest' | 'vitest';

/** The configuration that a runner takes in a folder. */
export interface FoundConfig {
  readonly runner: Runner;
  /** From the folder; one that is to be made where `exists` is false. */
  readonly file: string;
  /** Member of package.json that holds it. */
  readonly key?: 'jest';
  readonly exists: boolean;
}

const ENDINGS = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'];
/** In the order in which each runner looks for them. */
const CONFIGS: Readonly<Record<Runner, readonly string[]>> = {
  jest: [...ENDINGS, 'json'].map((ending) => `jest.config.${ending}`),
  vitest: ['vitest', 'vite'].flatMap((name) => ENDINGS.map((ending) => `${name}.config.${ending}`)),
};
const NEW_CONFIG: Readonly<Record<Runner, string>> = { jest: 'jest.config.cjs', vitest: 'vitest.config.mjs' };

interface Manifest {
  readonly jest?: unknown;
  readonly names: ReadonlySet<string>;
}

const readManifest = (folder: string): Manifest => {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return { names: new Set() };
  try {
    const value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) ?? {};
    const { dependencies, devDependencies, jest } = value;
    return { jest, names: new Set(Object.keys({ ...dependencies, ...devDependencies })) };
  } catch (error) {
    throw new InputError(
      `package.json cannot be read: ${String((error as { message?: unknown } | null)?.message ?? error)}`,
    );
  }
};

const namesRunner = ({ names, jest }: Manifest, folder: string, runner: Runner): boolean =>
  names.has(runner) ||
  (runner === 'jest' && jest !== undefined) ||
  CONFIGS[runner].some((file) => file.startsWith(runner) && existsSync(join(folder, file)));

/**
 * The runner of the project in a folder, and its configuration file.
 * @throws InputError where it is none, or both
 */
export const findConfig = (folder: string, asked: Runner | undefined): FoundConfig => {
  const manifest = readManifest(folder);
  const found = (['jest', 'vitest'] as const).filter((runner) => namesRunner(manifest, folder, runner));
  const runner = asked ?? found[0];
  if (runner === undefined)
    throw new InputError(
      'neither Jest nor Vitest is found here: no dependency and no configuration names one',
    );
  if (asked === undefined && found.length > 1)
    throw new InputError('both Jest and Vitest are found here: say which by --runner');
  const [file, other] = CONFIGS[runner].filter((name) => existsSync(join(folder, name)));
  if (runner === 'jest' && manifest.jest !== undefined) {
    if (file !== undefined)
      throw new InputError(
        `Jest has two configurations here, ${file} and "jest" in package.json: it accepts one`,
      );
    return { runner, file: 'package.json', key: 'jest', exists: true };
  }
  if (runner === 'jest' && file !== undefined && other !== undefined)
    throw new InputError(`Jest has two configurations here, ${file} and ${other}: it accepts one`);
  return { runner, file: file ?? NEW_CONFIG[runner], exists: file !== undefined };
};
