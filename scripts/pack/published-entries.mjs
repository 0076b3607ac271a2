import { entriesOf } from '../build/entries.mjs';
import { publicPackages } from '../workspace/packages.mjs';

/**
 * A module that users can load.
 * @typedef {{ specifier: string, package: string, name: string, format: 'cjs' | 'esm', needsRunner: boolean }} PublishedEntry
 */

/**
 * Every published module of every package. A set-up file registers hooks, and an ES module imports Vitest:
 * neither can be loaded outside a test file.
 * @returns {PublishedEntry[]}
 */
export const publishedEntries = () =>
  publicPackages().flatMap(({ name: packageName, manifest }) =>
    entriesOf(manifest).map(({ subpath, name, format }) => ({
      specifier: packageName + subpath.slice(1),
      package: packageName,
      name,
      format,
      needsRunner: format === 'esm' || name === 'setup',
    })),
  );
