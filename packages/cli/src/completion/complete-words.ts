import type { Command } from '../command.js';

/** What may be typed after a command's name, for the shells. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  /** Options with their dashes, long before short. */
  readonly options: readonly {
    readonly word: string;
    readonly summary: string;
    readonly takesValue: boolean;
  }[];
  /** Words that the arguments accept; empty where they are files or free. */
  readonly choices: readonly string[];
}

/** The words of all commands, `--json` and `--help` included. */
export const completeWords = (commands: readonly Command[]): readonly CommandWords[] =>
  commands.map((command) => ({
    name: command.name,
    summary: command.summary,
    options: [
      ...Object.entries(command.options).flatMap(([name, { kind, short, summary }]) => {
        const shared = { summary, takesValue: kind !== 'flag' };
        const long = { word: `--${name}`, ...shared };
        return short === undefined ? [long] : [long, { word: `-${short}`, ...shared }];
      }),
      { word: '--json', summary: 'print the result as JSON', takesValue: false },
      { word: '--help', summary: 'print help', takesValue: false },
    ],
    choices: (command.arguments ?? []).flatMap(({ choices }) => choices ?? []),
  }));
