import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { sampleProject } from '../pack/sample-project.mjs';
import { missingLines } from './missing-lines.mjs';

/** @param {string} directory */
const environment = (directory) => ({
  ...process.env,
  PATH: [join(directory, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  CI: 'true',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  // A document describes a run of its own, not one inside the runner that checks it.
  HOLDFAST_RUN_DIR: undefined,
  NODE_ENV: undefined,
  VITEST: undefined,
  VITEST_MODE: undefined,
  VITEST_POOL_ID: undefined,
  VITEST_WORKER_ID: undefined,
});

/**
 * Writes a document's project to disk and runs its commands one after another.
 * @param {string} name folder to write to
 * @param {import('./plan-projects.mjs').DocumentProject} project
 * @returns {string[]} what did not go as the document says; empty where all did
 */
export const runProject = (name, project) => {
  const directory = sampleProject(name, { 'package.json': '{ "private": true }\n', ...project.files });
  return project.runs.flatMap(({ command, exit, line, output }) => {
    const result = spawnSync(`set -e\n${command}`, {
      cwd: directory,
      env: environment(directory),
      shell: true,
      encoding: 'utf8',
    });
    const printed = result.stdout + result.stderr;
    const missing = missingLines(output, printed).map((text) => `line ${line}: not printed: ${text}`);
    const wrongExit =
      result.status === exit ? [] : [`line ${line}: "${command}" ended with ${result.status}, not ${exit}`];
    const problems = [...wrongExit, ...missing];
    return problems.length > 0 ? [...problems, printed] : [];
  });
};
