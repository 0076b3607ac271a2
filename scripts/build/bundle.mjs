import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { importKind } from './externals.mjs';
import { workspaceSource } from './workspace-source.mjs';

/** Decides about every bare import, and refuses one that an installed copy could not find. */
const imports = (manifest, isAlone) => ({
  name: 'holdfast-imports',
  resolveId: {
    order: 'pre',
    handler(specifier, importer) {
      if (importer === undefined) return null;
      const kind = importKind(specifier, manifest);
      if (isAlone && kind === 'external' && workspaceSource(specifier)) return workspaceSource(specifier);
      if (kind === 'external') return { id: specifier, external: true };
      if (kind === 'inline') return workspaceSource(specifier);
      if (kind === 'undeclared') {
        throw new Error(`${importer} imports ${specifier}, which ${manifest.name} does not declare`);
      }
      return null;
    },
  },
});

/** @type {Record<'cjs' | 'esm', import('rolldown').OutputOptions>} */
const outputOptions = {
  cjs: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
  esm: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[name].mjs' },
};

/**
 * Bundles the given entries of a package, shared code in chunks. An entry that the manifest lists under
 * `holdfast.alone` becomes one file that loads no other: what runs anew for every test file has to load fast.
 * @param {import('../workspace/packages.mjs').WorkspacePackage} item
 * @param {import('./entries.mjs').Entry[]} entries all of one format
 * @returns {Promise<{ files: Map<string, string>, exports: Map<string, string[]> }>} texts by file name, and
 *   the exported names by entry name
 */
export const bundle = async (item, entries) => {
  const alone = new Set(item.manifest.holdfast?.alone ?? []);
  const together = entries.filter(({ subpath }) => !alone.has(subpath));
  const builds = await Promise.all([
    bundleTogether(item, together, false),
    ...entries
      .filter(({ subpath }) => alone.has(subpath))
      .map((entry) => bundleTogether(item, [entry], true)),
  ]);
  return {
    files: new Map(builds.flatMap(({ files }) => [...files])),
    exports: new Map(builds.flatMap((build) => [...build.exports])),
  };
};

const bundleTogether = async ({ directory, manifest }, entries, isAlone) => {
  const result = { files: new Map(), exports: new Map() };
  if (entries.length === 0) return result;
  const build = await rolldown({
    cwd: directory,
    input: Object.fromEntries(entries.map(({ name }) => [name, join(directory, 'src', `${name}.ts`)])),
    // Built-in modules are external already; what the 'node' platform adds is a require for ES modules.
    platform: 'neutral',
    transform: { target: 'node20.19' },
    resolve: {
      extensionAlias: { '.js': ['.ts', '.js'] },
      conditionNames: ['node', 'import', 'default'],
      mainFields: ['module', 'main'],
    },
    plugins: [imports(manifest, isAlone)],
    onLog(level, log, log_) {
      if (level !== 'info') log_('error', log);
    },
  });
  const { output } = await build.generate({
    ...outputOptions[entries[0].format],
    exports: 'named',
    esModule: true,
    generatedCode: { symbols: false },
    minify: false,
  });
  await build.close();
  for (const chunk of output) {
    result.files.set(chunk.fileName, chunk.type === 'chunk' ? `${chunk.code.trimEnd()}\n` : chunk.source);
    if (chunk.type === 'chunk' && chunk.isEntry) result.exports.set(chunk.name, chunk.exports);
  }
  return result;
};
