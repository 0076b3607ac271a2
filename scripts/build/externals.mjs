import { builtinModules } from 'node:module';

/** Package name of a bare specifier: `@scope/name/sub` gives `@scope/name`. */
export const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * What a build does with an import:
 * - `external`: Node's own modules, dependencies and peers stay imports
 * - `inline`: devDependencies become part of the build
 * - `relative`: a file of the package itself
 * - `undeclared`: an import that an installed copy could not find
 * @param {string} specifier
 * @param {Record<string, any>} manifest
 * @returns {'external' | 'inline' | 'relative' | 'undeclared'}
 */
export const importKind = (specifier, manifest) => {
  if (/^(\.|\/|[A-Za-z]:[\\/]|\0)/.test(specifier)) return 'relative';
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'external';
  const name = packageName(specifier);
  if (manifest.dependencies?.[name] || manifest.peerDependencies?.[name]) return 'external';
  return manifest.devDependencies?.[name] ? 'inline' : 'undeclared';
};
