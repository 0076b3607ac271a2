import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPacked } from '../pack/install-packed.mjs';

const pack = fileURLToPath(new URL('../pack.mjs', import.meta.url));

/**
 * Packs what was built and puts it where the example finds it, as a user's installation would.
 * @param {string} example absolute path
 */
export const installExample = (example) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [pack], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Packing failed:\n${stdout}${stderr}`);
  if (installPacked(example).length === 0) throw new Error('Nothing was packed');
};
