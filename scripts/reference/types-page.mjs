import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/root.mjs';
import { describeType } from './describe-type.mjs';
import { page } from './markdown.mjs';
import { readInterfaces } from './read-interfaces.mjs';

/**
 * A page of the reference about types of the code.
 * @param {string} title
 * @param {string} introduction
 * @param {readonly [file: string, names: readonly string[]][]} wanted source files from the root, and which
 *   of their types in which order
 * @throws when a file no longer has a type that is wanted
 */
export const typesPage = (title, introduction, wanted) => {
  const sections = wanted.flatMap(([file, names]) => {
    const types = readInterfaces(file, readFileSync(join(root, file), 'utf8'));
    return names.map((name) => {
      const found = types.find((type) => type.name === name);
      if (!found) throw new Error(`${file} no longer exports ${name}`);
      return describeType(found);
    });
  });
  return page(title, [introduction, 'Members marked * are always there.', ...sections]);
};
