import type { CommandWords } from './complete-words.js';

const caseOf = ({ name, options, choices }: CommandWords): string => {
  const words = [...options.map(({ word }) => word), ...choices].join(' ');
  return `    ${name}) words='${words}' ;;`;
};

/** A script for bash: commands, their options, and files where a command takes some. */
export const bashCompletion = (commands: readonly CommandWords[]): string => `# bash completion for holdfast
_holdfast() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} help --help --version' -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map(caseOf).join('\n')}
    *) words='' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "$current" in
    -*) ;;
    *) COMPREPLY+=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _holdfast holdfast
`;
