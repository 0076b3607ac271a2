import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';

interface AnyOption {
  /** One line, without a full stop. */
  readonly summary: string;
  /** One letter. */
  readonly short?: string;
}

/** `--shuffle` */
export interface FlagOption extends AnyOption {
  readonly kind: 'flag';
}

/** `--output DIR` */
export interface TextOption extends AnyOption {
  readonly kind: 'text';
  /** What stands for the value in the help. */
  readonly value: string;
  readonly choices?: readonly string[];
}

/** `--runs N` */
export interface NumberOption extends AnyOption {
  readonly kind: 'number';
  readonly value: string;
  /** Least accepted value. @default no limit */
  readonly min?: number;
  /** Greatest accepted value. @default no limit */
  readonly max?: number;
  /** True where only whole numbers are accepted. @default false */
  readonly whole?: boolean;
}

/** `--tag a --tag b` */
export interface ListOption extends AnyOption {
  readonly kind: 'list';
  readonly value: string;
  readonly choices?: readonly string[];
}

export type Option = FlagOption | TextOption | NumberOption | ListOption;

/** Options by name: kebab-case, as typed after the two dashes. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What an option is when a command runs: undefined where it was not given, except flags and lists. */
export type OptionValue<O extends Option> = O extends FlagOption
  ? boolean
  : O extends ListOption
    ? readonly string[]
    : O extends NumberOption
      ? number | undefined
      : O extends { readonly choices: readonly (infer C)[] }
        ? C | undefined
        : string | undefined;

/** An argument without dashes. */
export interface Argument {
  /** As the help shows it: `FILE`. */
  readonly name: string;
  readonly summary: string;
  /** True where the command may be called without it. @default false */
  readonly optional?: boolean;
  /** True for the last one where it may be repeated. @default false */
  readonly variadic?: boolean;
  readonly choices?: readonly string[];
}

export interface Example {
  readonly command: string;
  /** What it does, in a line. */
  readonly says: string;
}

export interface Input<O extends OptionTable> {
  /** In order; a variadic argument takes what is left. What follows `--` is among them, untouched. */
  readonly arguments: readonly string[];
  readonly options: { readonly [K in keyof O]: OptionValue<O[K]> };
  /** Whether `--json` was given: progress and notes then still go to standard error. */
  readonly json: boolean;
  /** Every command of the program. */
  readonly commands: readonly Command[];
}

/** What a command found. The program prints it: `text`, or with `--json` the value of `json`. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  /** For people; printed as it is. */
  readonly text: string;
  /** Plain data that says the same. */
  readonly json: unknown;
}

interface Definition<O extends OptionTable> {
  readonly name: string;
  /** One line for the list of commands, without a full stop. */
  readonly summary: string;
  /** One or two paragraphs for the command's own help. @default the summary */
  readonly description?: string;
  /** @default none */
  readonly arguments?: readonly Argument[];
  readonly options: O;
  /** At least one. */
  readonly examples: readonly [Example, ...Example[]];
  /** What the exit codes that are special to this command mean. @default the meanings that all commands share */
  readonly exitCodes?: Readonly<Partial<Record<ExitCode, string>>>;
  /**
   * Does the work: loads what it needs with `import()` when it is called, so that help stays quick. Throws an
   * `InputError` for what the user has to correct.
   */
  run(input: Input<O>, context: Context): Promise<CommandResult>;
}

/** A command of the program, whatever its options are. */
export type Command = Definition<OptionTable>;

/** Ties the options that are declared to the values that `run` gets. */
export const defineCommand = <const O extends OptionTable>(definition: Definition<O>): Command =>
  definition as unknown as Command;
