/** The oldest Node that the repository's tools run on. */
export const oldestNode = [20, 19, 0];

/**
 * Says what is wrong with a Node version, in one sentence.
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined} undefined where it will do
 */
export const nodeVersionProblem = (version) => {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  const difference = oldestNode.map((part, index) => parts[index] - part).find((step) => step !== 0) ?? 0;
  if (difference >= 0) return undefined;
  return `Holdfast needs Node ${oldestNode.join('.')} or later; this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`;
};
