import { Argument, Command as Commander, Option as CommanderOption, InvalidArgumentError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { Command, CommandResult, NumberOption, Option } from './command.js';
import type { Context } from './context.js';
import { EXIT_CODE, EXIT_CODE_MEANINGS } from './exit-code.js';

const flagsOf = (name: string, option: Option): string => {
  const long = option.kind === 'flag' ? `--${name}` : `--${name} <${option.value}>`;
  return option.short === undefined ? long : `-${option.short}, ${long}`;
};

const rangeOf = ({ min, max, whole }: NumberOption): string => {
  const kind = whole === true ? 'a whole number' : 'a number';
  if (min !== undefined && max !== undefined) return `${kind} from ${min} to ${max}`;
  if (min !== undefined) return `${kind} from ${min}`;
  return max === undefined ? kind : `${kind} up to ${max}`;
};

const parseNumber = (option: NumberOption) => (text: string) => {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const { min = -Infinity, max = Infinity, whole = false } = option;
  const good = Number.isFinite(value) && value >= min && value <= max && (!whole || Number.isInteger(value));
  if (!good) throw new InvalidArgumentError(`Accepted is ${rangeOf(option)}.`);
  return value;
};

const append =
  (choices: readonly string[] | undefined) => (text: string, before: readonly string[] | undefined) => {
    if (choices !== undefined && !choices.includes(text)) {
      throw new InvalidArgumentError(`Accepted are ${choices.join(', ')}.`);
    }
    return [...(before ?? []), text];
  };

const toOption = (name: string, option: Option): CommanderOption => {
  const made = new CommanderOption(flagsOf(name, option), option.summary);
  if (option.kind === 'number') made.argParser(parseNumber(option));
  if (option.kind === 'list') made.argParser(append(option.choices));
  if (option.kind === 'text' && option.choices !== undefined) made.choices(option.choices);
  return made;
};

const examplesText = ({ examples }: Command): string =>
  ['', 'Examples:', ...examples.flatMap(({ command, says }) => [`  ${says}`, `    $ ${command}`])].join('\n');

/** Codes that every command may end with; the others stand in the help of those that do. */
const EVERYWHERE: readonly string[] = [EXIT_CODE.ok, EXIT_CODE.input, EXIT_CODE.internal].map(String);

const exitCodesText = ({ exitCodes = {} }: Command): string => {
  const meanings = Object.entries({ ...EXIT_CODE_MEANINGS, ...exitCodes }).filter(
    ([code]) => code in exitCodes || EVERYWHERE.includes(code),
  );
  return ['', 'Exit codes:', ...meanings.map(([code, says]) => `  ${code.padEnd(4)}${says}`)].join('\n');
};

const valuesOf = (command: Command, given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(command.options).map(([name, { kind }]) => {
      const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      const absent = kind === 'flag' ? false : kind === 'list' ? [] : undefined;
      return [name, given[camel] ?? absent];
    }),
  );

/** Called with what the command that was asked for found. */
type Done = (result: CommandResult, json: boolean) => void;

const addCommand = (
  program: Commander,
  command: Command,
  commands: readonly Command[],
  context: Context,
  done: Done,
): void => {
  const made = program
    .command(command.name)
    .summary(command.summary)
    .description(command.description ?? `${command.summary}.`)
    .helpOption('-h, --help', 'print help');
  for (const { name, summary, optional, variadic, choices } of command.arguments ?? []) {
    const word = variadic === true ? `${name}...` : name;
    const argument = new Argument(optional === true ? `[${word}]` : `<${word}>`, summary);
    if (choices !== undefined) argument.choices(choices);
    made.addArgument(argument);
  }
  for (const [name, option] of Object.entries(command.options)) made.addOption(toOption(name, option));
  made.option('--json', 'print the result as JSON');
  made.addHelpText('after', examplesText(command)).addHelpText('after', exitCodesText(command));
  made.action(async () => {
    const given = made.opts();
    const json = given.json === true;
    const input = { arguments: made.args, options: valuesOf(command, given), json, commands };
    done(await command.run(input as Parameters<Command['run']>[0], context), json);
  });
};

/**
 * The program as the argument parser knows it. It throws where it would end the process, and prints through the
 * context alone.
 */
export const createProgram = (commands: readonly Command[], context: Context, done: Done): Commander => {
  const program = new Commander('holdfast');
  program
    .description('Verdicts from the test runs you already have.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help; every command has its own')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', '\nRun "holdfast COMMAND --help" for the options and examples of a command.');
  // Before the commands are added: they take these over.
  program.exitOverride().configureOutput({
    writeOut: (text) => context.stdout.write(text),
    writeErr: (text) => context.stderr.write(text),
    getOutHelpWidth: () => context.screen.width,
    getErrHelpWidth: () => context.errorScreen.width,
    getOutHasColors: () => context.screen.colors,
    getErrHasColors: () => context.errorScreen.colors,
  });
  for (const command of commands) addCommand(program, command, commands, context, done);
  return program;
};
