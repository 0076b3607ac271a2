const printed = (value) => (typeof value === 'string' ? `'${value}'` : String(value));

/**
 * Options whose documented default is not the one that the code uses. Lists are not compared: their
 * defaults are documented in words.
 * @param {readonly import('./read-interfaces.mjs').Member[]} members
 * @param {Record<string, unknown>} defaults
 * @returns {string[]} one sentence each
 */
export const staleDefaults = (members, defaults) =>
  Object.entries(defaults)
    .filter(([, value]) => typeof value !== 'object')
    .flatMap(([name, value]) => {
      const documented = members.find((member) => member.name === name)?.fallback;
      return documented === printed(value)
        ? []
        : [`${name}: documented as ${documented || 'nothing'}, but the code uses ${printed(value)}`];
    });
