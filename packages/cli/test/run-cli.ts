import { Buffer } from 'node:buffer';
import type { Command } from '../src/command.js';
import { COMMANDS } from '../src/command-list.js';
import type { Context } from '../src/context.js';
import { runProgram } from '../src/run-program.js';

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSetup extends Partial<Omit<Context, 'stdin' | 'stdout' | 'stderr'>> {
  /** @default nothing */
  readonly stdin?: string;
  readonly commands?: readonly Command[];
}

const PIPED = { width: 80, colors: false, isTTY: false };

/** Runs the program in this process, with everything around it as values. */
export const runCli = async (args: readonly string[], setup: CliSetup = {}): Promise<CliRun> => {
  const { stdin = '', commands = COMMANDS, ...given } = setup;
  let stdout = '';
  let stderr = '';
  const context: Context = {
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    stdout: {
      write(text) {
        stdout += text;
      },
    },
    stderr: {
      write(text) {
        stderr += text;
      },
    },
    env: {},
    cwd: process.cwd(),
    screen: PIPED,
    errorScreen: PIPED,
    ...given,
  };
  const exitCode = await runProgram(args, context, commands);
  return { exitCode, stdout, stderr };
};
