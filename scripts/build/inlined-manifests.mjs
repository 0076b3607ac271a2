import { publicPackages } from '../workspace/packages.mjs';

/**
 * Manifests of the workspace packages whose sources become part of an entry that stands alone: what they inline, it
 * inlines too.
 * @param {Record<string, any>} manifest
 * @returns {Record<string, any>[]}
 */
export const inlinedManifests = (manifest) => {
  const packages = publicPackages();
  const found = new Map();
  const add = ({ dependencies = {} }) => {
    for (const item of packages) {
      if (!dependencies[item.name] || found.has(item.name)) continue;
      found.set(item.name, item.manifest);
      add(item.manifest);
    }
  };
  add(manifest);
  return [...found.values()];
};
