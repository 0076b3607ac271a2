import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

type Shell = (typeof SHELLS)[number];

export const completion = defineCommand({
  name: 'completion',
  summary: 'Print a script that lets your shell complete commands and options',
  arguments: [{ name: 'SHELL', summary: 'the shell to print it for', choices: SHELLS }],
  options: {},
  examples: [
    { command: 'source <(holdfast completion bash)', says: 'In ~/.bashrc:' },
    { command: 'source <(holdfast completion zsh)', says: 'In ~/.zshrc, after compinit:' },
    { command: 'holdfast completion fish | source', says: 'In ~/.config/fish/config.fish:' },
  ],
  async run(input) {
    const [{ completeWords }, { bashCompletion }, { zshCompletion }, { fishCompletion }] = await Promise.all([
      import('../completion/complete-words.js'),
      import('../completion/bash-completion.js'),
      import('../completion/zsh-completion.js'),
      import('../completion/fish-completion.js'),
    ]);
    const shell = input.arguments[0] as Shell;
    const script = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion }[shell];
    const text = script(completeWords(input.commands));
    return { exitCode: EXIT_CODE.ok, text, json: { shell, script: text } };
  },
});
