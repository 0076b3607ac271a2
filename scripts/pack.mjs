// Packs every public package into .pack/, as `pnpm publish` would send it; does nothing when nothing has changed.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentKey } from './pack/content-key.mjs';
import { packDirectory } from './pack/tarballs.mjs';
import { publicPackages } from './workspace/packages.mjs';
import { pnpm } from './workspace/pnpm.mjs';
import { root } from './workspace/root.mjs';

const packages = publicPackages();
const built = packages.filter(({ directory }) => existsSync(join(directory, 'dist')));
const keyFile = join(packDirectory, 'content.key');

const isPacked = (key) => existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key;

const pack = async (key) => {
  const scratch = join(root, '.work', `pack-${process.pid}`);
  const [fresh, stale] = [join(scratch, 'fresh'), join(scratch, 'stale')];
  mkdirSync(fresh, { recursive: true });
  const filters = built.map(({ name }) => `--filter=${name}`);
  const { code, output } = await pnpm([...filters, '-r', 'pack', '--pack-destination', fresh]);
  if (code !== 0) throw new Error(output);
  writeFileSync(join(fresh, 'content.key'), key);
  if (existsSync(packDirectory)) renameSync(packDirectory, stale);
  renameSync(fresh, packDirectory);
  rmSync(scratch, { recursive: true, force: true });
  console.log(`packed ${built.map(({ name }) => name).join(', ')}`);
};

for (const { name } of packages.filter((item) => !built.includes(item))) {
  console.error(`${name} was not packed: it has no build yet`);
  process.exitCode = 1;
}
try {
  const key = contentKey(built);
  if (!isPacked(key)) await pack(key);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
