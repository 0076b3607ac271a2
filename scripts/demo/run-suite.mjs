import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readJson } from '../workspace/read-json.mjs';
import { root } from '../workspace/root.mjs';
import { runnerProgress } from './runner-progress.mjs';
import { summaryPart } from './summary-part.mjs';

const example = join(root, 'examples/orders');
const limitMs = 90_000;

const programs = {
  vitest: { entry: 'vitest/vitest.mjs', args: ['run'] },
  jest: { entry: 'jest/bin/jest.js', args: ['--ci'] },
};

const programOf = (runner) => {
  const { entry, args } = programs[runner];
  const manifest = createRequire(join(example, 'package.json')).resolve(`${runner}/package.json`);
  return [join(dirname(dirname(manifest)), entry), ...args];
};

const environment = (colour) => {
  const { NO_COLOR, FORCE_COLOR, ...rest } = process.env;
  return { ...rest, ...(colour ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) };
};

/**
 * Runs the example's suite under a runner, as a user would.
 * @param {'vitest' | 'jest'} runner
 * @param {{ colour: boolean, onFile: (count: number) => void }} options
 */
export const runSuite = (runner, { colour, onFile }) => {
  const reports = join(example, 'holdfast-report', runner);
  const log = join(root, '.work/demo', `${runner}.log`);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(dirname(log), { recursive: true });
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, programOf(runner), {
      cwd: example,
      env: environment(colour),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
    });
    let output = '';
    const follow = runnerProgress(onFile);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        output += chunk;
        follow(chunk);
      });
    }
    child.on('close', (exitCode, signal) => {
      writeFileSync(log, output);
      resolve({
        runner,
        exitCode,
        signal,
        durationMs: performance.now() - start,
        log,
        reports,
        report: readJson(join(reports, 'report.json')),
        summary: summaryPart(output),
      });
    });
  });
};
