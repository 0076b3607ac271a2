import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../workspace/root.mjs';

/** Bundles the classifier of the sources as they stand, with all it needs, into one file of the work folder; returns its path. */
export const bundleClassifier = async () => {
  // Loaded late: a fresh clone must be installed first.
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: join(root, 'packages/triage/src/classify/classify.ts'),
    platform: 'node',
    resolve: {
      alias: { '@holdfast/journal': join(root, 'packages/journal/src/index.ts') },
      extensionAlias: { '.js': ['.ts', '.js'] },
    },
  });
  const file = join(root, '.work/accuracy/classify.mjs');
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return file;
};

export const loadClassifier = async () => import(pathToFileURL(await bundleClassifier()).href);
