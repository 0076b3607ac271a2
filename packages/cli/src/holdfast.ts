#!/usr/bin/env node
import { argv, cwd, env, exit, stderr, stdin, stdout } from 'node:process';
import { screenOf } from '@holdfast/triage/terminal';
import { runProgram } from './run-program.js';

// Whoever reads has heard enough, as in `holdfast triage ... | head`: red stays red.
stdout.on('error', (error: NodeJS.ErrnoException) => exit(error.code === 'EPIPE' ? process.exitCode : 70));
stderr.on('error', () => {});

process.exitCode = await runProgram(argv.slice(2), {
  stdin,
  stdout,
  stderr,
  env,
  cwd: cwd(),
  screen: screenOf(stdout, env),
  errorScreen: screenOf(stderr, env),
});
