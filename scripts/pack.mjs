// Packs every public package into .pack/, as `pnpm publish` would send it.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packDirectory } from './pack/tarballs.mjs';
import { publicPackages } from './workspace/packages.mjs';
import { pnpm } from './workspace/pnpm.mjs';

const packages = publicPackages();
const built = packages.filter(({ directory }) => existsSync(join(directory, 'dist')));
for (const { name } of packages.filter((item) => !built.includes(item))) {
  console.error(`${name} was not packed: it has no build yet`);
  process.exitCode = 1;
}
rmSync(packDirectory, { recursive: true, force: true });
mkdirSync(packDirectory, { recursive: true });
const filters = built.map(({ name }) => `--filter=${name}`);
const { code, output } = await pnpm([...filters, '-r', 'pack', '--pack-destination', packDirectory]);
if (code !== 0) {
  console.error(output);
  process.exitCode = 1;
} else {
  console.log(`packed ${built.map(({ name }) => name).join(', ')}`);
}
