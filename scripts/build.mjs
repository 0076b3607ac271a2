// Builds every public package that has changed, or the ones named: node scripts/build.mjs [journal ...] [--force]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from './build/build-package.mjs';
import { fingerprint } from './build/fingerprint.mjs';
import { replaceDirectory } from './build/replace-directory.mjs';
import { publicPackages } from './workspace/packages.mjs';
import { root } from './workspace/root.mjs';

const force = process.argv.includes('--force');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const keyDirectory = join(root, '.work/build');
mkdirSync(keyDirectory, { recursive: true });

const keyFile = ({ name }) => join(keyDirectory, `${name.replace('/', '-')}.key`);

const isBuilt = (item, key) =>
  !force &&
  existsSync(join(item.directory, 'dist')) &&
  existsSync(keyFile(item)) &&
  readFileSync(keyFile(item), 'utf8') === key;

const build = async (item, key) => {
  const start = performance.now();
  const files = await buildPackage(item);
  replaceDirectory(join(item.directory, 'dist'), files);
  writeFileSync(keyFile(item), key);
  console.log(`built ${item.name}: ${files.size} files, ${Math.round(performance.now() - start)} ms`);
};

const isWanted = ({ name }) => wanted.length === 0 || wanted.some((word) => name.split('/').includes(word));

const keys = [];
for (const item of publicPackages()) {
  try {
    const key = fingerprint(item, keys);
    keys.push(key);
    if (isWanted(item) && !isBuilt(item, key)) await build(item, key);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${item.name} was not built: ${error.message}`);
  }
}
