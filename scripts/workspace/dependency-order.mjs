/**
 * Sorts packages so that each comes after the ones it depends on.
 * @param {import('./packages.mjs').WorkspacePackage[]} packages
 * @throws when packages depend on each other in a ring
 */
export const inDependencyOrder = (packages) => {
  const byName = new Map(packages.map((item) => [item.name, item]));
  const ordered = [];
  const visit = (item, path) => {
    if (ordered.includes(item)) return;
    if (path.includes(item.name))
      throw new Error(`Packages depend in a ring: ${[...path, item.name].join(' -> ')}`);
    const { dependencies, devDependencies, peerDependencies } = item.manifest;
    for (const name of Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies })) {
      const dependency = byName.get(name);
      if (dependency) visit(dependency, [...path, item.name]);
    }
    ordered.push(item);
  };
  for (const item of packages) visit(item, []);
  return ordered;
};
