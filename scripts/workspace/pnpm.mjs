import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** The pinned package manager as an npm specifier: `pnpm@10.0.0`. */
export const pinnedPnpm = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;

const inherited = /^npm_(config|package|lifecycle)_/i;
const transport =
  /^npm_config_(.*registry|.*proxy|ca|cafile|cert|key|strict_ssl|userconfig|globalconfig|\/\/.*)$/i;

/**
 * The environment without what npm tells the scripts that it runs: its settings arrive as npm_config_*
 * variables, and pnpm would take them for its own. How to reach the registry is kept.
 * @param {Record<string, string | undefined>} environment
 */
export const withoutNpmSettings = (environment) =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !inherited.test(name) || transport.test(name)),
  );

/**
 * Runs the pinned pnpm in the repository's root; npx fetches it once.
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number | null, output: string }>} both output streams, as one text
 */
export const pnpm = (args) =>
  new Promise((resolve, reject) => {
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
    const child = spawn(npx, ['--yes', pinnedPnpm(), ...args], {
      cwd: root,
      env: withoutNpmSettings(process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
