// All set-up on a machine that has only Node, npm and git: installs the dependencies and builds the packages.
import { nodeVersionProblem } from './prepare/node-version.mjs';

const problem = nodeVersionProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  try {
    // Loaded late: an old Node must get the message above, and the build needs what the installation brings.
    const { install } = await import('./prepare/install.mjs');
    await install();
    await import('./build.mjs');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
