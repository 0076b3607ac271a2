import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from '../workspace/root.mjs';

const environment = () => ({
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
});

/**
 * Runs a program of the repository and collects all that it prints.
 * @param {readonly string[]} command program and arguments
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export const runCommand = ([program, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code, output }));
  });
