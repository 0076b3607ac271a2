import { join } from 'node:path';
import { root } from '../workspace/root.mjs';
import { page } from './page.mjs';

const SHELL = join(root, 'packages/triage/src/session/page-shell.ts');

/**
 * For tests that read the sources: gives the module that reads the built page the page of the sources. With `?real` behind
 * its name it is as it is.
 * @returns {import('vitest/config').Plugin}
 */
export const pageFromSource = () => ({
  name: 'holdfast-page-from-source',
  async load(id) {
    if (id !== SHELL.replaceAll('\\', '/')) return null;
    const shell = await page(join(root, 'packages/triage/src/report/page'));
    return `export const pageShell = () => ${JSON.stringify(shell)};\n`;
  },
});
