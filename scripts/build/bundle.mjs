import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { importKind } from './externals.mjs';
import { inlinedManifests } from './inlined-manifests.mjs';
import { workspaceSource } from './workspace-source.mjs';

/** Decides about every bare import, and refuses one that an installed copy could not find. */
const imports = (manifest, alone) => {
  const inlined = alone ? inlinedManifests(manifest) : [];
  const isInlined = (specifier) => inlined.some((item) => importKind(specifier, item) === 'inline');
  return {
    name: 'holdfast-imports',
    resolveId: {
      order: 'pre',
      handler(specifier, importer) {
        if (importer === undefined) return null;
        const kind = importKind(specifier, manifest);
        if (kind === 'undeclared') {
          if (isInlined(specifier)) return null;
          throw new Error(`${importer} imports ${specifier}, which ${manifest.name} does not declare`);
        }
        if (kind !== 'external') return null;
        const source = alone ? workspaceSource(specifier) : null;
        return source ?? { id: specifier, external: true };
      },
    },
  };
};

/** Learns which modules an entry loads at once, as against later. */
const eagerModules = () => {
  const eager = new Set();
  return {
    eager,
    plugin: {
      name: 'holdfast-eager-modules',
      buildEnd() {
        const rest = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
        for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
          if (eager.has(id)) continue;
          eager.add(id);
          rest.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      },
    },
  };
};

/** @type {Record<'cjs' | 'esm', import('rolldown').OutputOptions>} */
const outputOptions = {
  cjs: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
  esm: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[name].mjs' },
};

/**
 * Bundles entries of a package with each other, shared code in chunks.
 * @param {import('../workspace/packages.mjs').WorkspacePackage} item
 * @param {readonly (import('./entries.mjs').Entry | import('./entries.mjs').InnerEntry | import('./entries.mjs').Program)[]} entries one group; not empty
 * @returns {Promise<{ files: Map<string, string>, exports: Map<string, string[]> }>} texts by file name, and
 *   the exported names by entry name
 */
export const bundle = async ({ directory, manifest }, entries) => {
  const [{ format, alone }] = entries;
  const { eager, plugin: eagerPlugin } = eagerModules();
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
    plugins: [imports(manifest, alone), eagerPlugin],
    onLog(level, log, report) {
      if (level !== 'info') report('error', log);
    },
  });
  /** @type {import('rolldown').OutputOptions} */
  const options = {
    ...outputOptions[format],
    // What an entry that stands alone loads later is its own, too: names must not meet those of other entries.
    ...(alone && { chunkFileNames: `${entries[0].name}-[name].${format === 'esm' ? 'mjs' : 'js'}` }),
    exports: 'named',
    esModule: true,
    generatedCode: { symbols: false },
    // Small is fast to load, and a file that loads no other is loaded anew for every test file.
    minify: alone,
  };
  let { output } = await build.generate(options);
  // Each file costs a test file a look at the disk: all that is loaded at once lies in one, or in the entry alone.
  if (alone && output.length > 1) {
    const codeSplitting = { groups: [{ name: 'core', test: (id) => eager.has(id) }] };
    ({ output } = await build.generate({ ...options, codeSplitting }));
  }
  await build.close();
  const result = { files: new Map(), exports: new Map() };
  for (const chunk of output) {
    result.files.set(chunk.fileName, chunk.type === 'chunk' ? `${chunk.code.trimEnd()}\n` : chunk.source);
    if (chunk.type === 'chunk' && chunk.isEntry) result.exports.set(chunk.name, chunk.exports);
  }
  return result;
};
