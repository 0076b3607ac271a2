import type { CommandWords } from './complete-words.js';

const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

const linesOf = ({ name, summary, options, choices }: CommandWords): readonly string[] => {
  const seen = `-n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c holdfast -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...options.map(({ word, summary: says, takesValue }) => {
      const flag = word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`;
      return `complete -c holdfast ${seen} ${flag}${takesValue ? ' -r' : ''} -d ${quoted(says)}`;
    }),
    ...(choices.length === 0 ? [] : [`complete -c holdfast ${seen} -f -a '${choices.join(' ')}'`]),
  ];
};

/** A script for fish, with the summaries beside the words. */
export const fishCompletion = (commands: readonly CommandWords[]): string =>
  `# fish completion for holdfast\n${commands.flatMap(linesOf).join('\n')}\n`;
