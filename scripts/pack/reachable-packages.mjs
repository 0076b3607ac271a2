import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const specifiers = /(?:\brequire\(|\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g;

/**
 * The packages that a built module asks for, itself or through the chunks it is split into.
 * @param {string} file absolute path of a built module
 * @returns {Set<string>} specifiers that are not relative
 */
export const reachablePackages = (file) => {
  const packages = new Set();
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const [, specifier] of readFileSync(path, 'utf8').matchAll(specifiers)) {
      if (specifier.startsWith('.')) visit(join(dirname(path), specifier));
      else packages.add(specifier);
    }
  };
  visit(file);
  return packages;
};
