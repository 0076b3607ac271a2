import type { Facts } from '../facts.js';
import type { Rule } from '../rule.js';
import type { Frame } from '../stack/frame.js';

/** Code of a module's own level: no function has been called. */
const isModuleLevel = ({ functionName }: Frame): boolean =>
  functionName === undefined ||
  /^(?:Object\.<anonymous>|Module\.|<anonymous>|eval|ModuleJob)/.test(functionName);

/** Whether a dependency threw while it was loaded, before any function of it was called. */
export const threwOnLoad = (facts: Facts): boolean => {
  const { topFrame } = facts;
  // Asked first: it reads no more of the stack than is read already.
  if (topFrame?.owner !== 'dependency' || !isModuleLevel(topFrame)) return false;
  const called = facts.frames.filter(({ owner }) => owner !== 'node' && owner !== 'runner');
  return called.length > 1 && called.every(isModuleLevel);
};

/** A package does not even load: it takes something for granted that this version of Node, or of another package, does not have. */
export const dependencyNotLoaded: Rule = {
  id: 'dependency-not-loaded',
  keywords: ['Cannot read propert', 'is not a function', 'is not a constructor', 'Class extends value'],
  judge: (facts) => {
    if (facts.name !== 'TypeError' || !threwOnLoad(facts)) return undefined;
    return {
      category: 'CONFIGURATION',
      cause: 'version-mismatch',
      weight: 0.66,
      sentence: `The package in ${facts.topFrame?.file ?? 'node_modules'} fails while it is loaded: it does not fit this version of Node or of another package.`,
    };
  },
};
