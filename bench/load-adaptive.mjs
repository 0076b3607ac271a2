import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { workspaceSource } from '../scripts/build/workspace-source.mjs';
import { root } from '../scripts/workspace/root.mjs';

/**
 * A source file of packages/adaptive/src, bundled with all that it imports and loaded.
 * @param {string} name path below src, without extension
 */
export const loadAdaptive = async (name) => {
  const input = fileURLToPath(new URL(`../packages/adaptive/src/${name}.ts`, import.meta.url));
  const resolveId = { order: 'pre', handler: (specifier) => workspaceSource(specifier) };
  const bundle = await rolldown({ input, platform: 'node', plugins: [{ name: 'workspace', resolveId }] });
  const directory = mkdtempSync(join(root, 'packages/adaptive/node_modules/.bench-'));
  try {
    await bundle.write({ file: join(directory, 'bundle.cjs'), format: 'cjs', codeSplitting: false });
    return createRequire(import.meta.url)(join(directory, 'bundle.cjs'));
  } finally {
    await bundle.close();
    rmSync(directory, { recursive: true, force: true });
  }
};
