import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = /^<rootDir>[\\/]?/;

/** Finds a module as Jest's configuration does: `<rootDir>`, a path from the root, or a package. */
export const resolveFromRoot = (specifier: string, rootDir: string): string => {
  const path = ROOT.test(specifier) ? resolve(rootDir, specifier.replace(ROOT, '')) : specifier;
  const require = createRequire(join(rootDir, 'package.json'));
  return require.resolve(isAbsolute(path) || path.startsWith('.') ? resolve(rootDir, path) : path);
};

const defaultOf = (loaded: unknown): unknown => {
  const { __esModule: isCompiled, default: own } = (loaded ?? {}) as {
    __esModule?: boolean;
    default?: unknown;
  };
  return isCompiled ? own : loaded;
};

const isModuleOnly = (error: unknown): boolean => {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'ERR_REQUIRE_ESM' || code === 'ERR_REQUIRE_ASYNC_MODULE';
};

/** What a module gives to who imports its default, loaded as Jest loads one: required, else imported. */
export const loadDefault = async (path: string): Promise<unknown> => {
  const importDefault = async (): Promise<unknown> =>
    ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
  if (/\.m[jt]s$/.test(path)) return importDefault();
  try {
    return defaultOf(createRequire(path)(path));
  } catch (error) {
    if (isModuleOnly(error)) return importDefault();
    throw error;
  }
};
