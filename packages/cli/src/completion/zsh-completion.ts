import type { CommandWords } from './complete-words.js';

/** Between single quotes, in a description that ends at a bracket or a colon. */
const quoted = (text: string): string => text.replace(/'/g, "'\\''").replace(/([[\]:])/g, '\\$1');

const caseOf = ({ name, options, choices }: CommandWords): string => {
  const specs = options.map(
    ({ word, summary, takesValue }) =>
      `      '${word}[${quoted(summary)}]${takesValue ? ':value:_files' : ''}' \\`,
  );
  const rest = choices.length === 0 ? '_files' : `(${choices.join(' ')})`;
  return `    ${name}) _arguments \\\n${specs.join('\n')}\n      '*:argument:${rest}' ;;`;
};

/** A script for zsh, with the summaries beside the words. */
export const zshCompletion = (commands: readonly CommandWords[]): string => `#compdef holdfast
_holdfast() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${commands.map(caseOf).join('\n')}
  esac
}
compdef _holdfast holdfast
`;
