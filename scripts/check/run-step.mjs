import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson } from '../workspace/read-json.mjs';
import { root } from '../workspace/root.mjs';
import { countTests } from './count-tests.mjs';
import { runCommand } from './run-command.mjs';

const runCommands = async (commands) => {
  // A step that finds nothing to look at has shown nothing.
  if (commands.length === 0) return { passed: 0, failed: 1, output: 'There was nothing to check.' };
  let output = '';
  let failed = 0;
  for (const command of commands) {
    const result = await runCommand(command);
    output += result.output;
    if (result.code !== 0) failed = 1;
  }
  return { passed: 1 - failed, failed, output };
};

const runTests = async (project) => {
  const path = join(root, '.work/check', `${project}.json`);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const { code, output } = await runCommand(['vitest', 'run', '--project', project, ...reporters]);
  return { ...countTests(readJson(path), code), output };
};

/**
 * Runs one step of the gate to its end; never rejects.
 * @param {import('./steps.mjs').Step} step
 * @returns {Promise<import('./run-steps.mjs').StepResult>}
 */
export const runStep = async (step) => {
  const start = performance.now();
  const outcome = step.project ? await runTests(step.project) : await runCommands(step.commands());
  return { name: step.name, durationMs: performance.now() - start, ...outcome };
};
