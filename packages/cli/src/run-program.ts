import type { Command } from './command.js';
import { COMMANDS } from './command-list.js';
import type { Context } from './context.js';
import { EXIT_CODE, type ExitCode } from './exit-code.js';
import { isInputError } from './input-error.js';
import { createProgram } from './program.js';

const HELP_CODES = new Set(['commander.helpDisplayed', 'commander.help', 'commander.version']);

const describeFault = (error: unknown): string => {
  const { stack, message } = (error ?? {}) as { stack?: unknown; message?: unknown };
  return String(stack ?? message ?? error);
};

/** What the system refuses, as in a folder that nobody may write to, is none of Holdfast's faults. */
const isSystemError = (error: unknown): error is { readonly message: string } => {
  const { code, syscall, message } = (error ?? {}) as {
    code?: unknown;
    syscall?: unknown;
    message?: unknown;
  };
  return typeof code === 'string' && typeof syscall === 'string' && typeof message === 'string';
};

const endOf = (error: unknown, context: Context): ExitCode => {
  const { code, exitCode } = (error ?? {}) as { code?: unknown; exitCode?: unknown };
  if (typeof code === 'string' && code.startsWith('commander.')) {
    return HELP_CODES.has(code) && exitCode === 0 ? EXIT_CODE.ok : EXIT_CODE.input;
  }
  if (isInputError(error)) {
    context.stderr.write(`error: ${error.message}\n`);
    return EXIT_CODE.input;
  }
  if (isSystemError(error)) {
    context.stderr.write(`error: ${error.message}\n`);
    return EXIT_CODE.input;
  }
  context.stderr.write(`Holdfast itself failed; this is a fault worth reporting.\n${describeFault(error)}\n`);
  return EXIT_CODE.internal;
};

/**
 * Runs what the arguments ask for: results on standard output, all else on standard error. Never throws.
 * @param args what was typed after the program's name
 */
export const runProgram = async (
  args: readonly string[],
  context: Context,
  commands: readonly Command[] = COMMANDS,
): Promise<ExitCode> => {
  let exitCode: ExitCode = EXIT_CODE.ok;
  const program = createProgram(commands, context, (result, json) => {
    exitCode = result.exitCode;
    const text = json ? JSON.stringify(result.json, null, 2) : result.text;
    if (text !== '') context.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return endOf(error, context);
  }
};
