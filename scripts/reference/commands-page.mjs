import { code, page, table } from './markdown.mjs';

const argumentWord = ({ name, optional, variadic }) => {
  const word = variadic ? `${name}...` : name;
  return optional ? `[${word}]` : word;
};

const optionWord = (name, { kind, value, short }) => {
  const long = kind === 'flag' ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? long : `-${short}, ${long}`;
};

const accepted = ({ kind, choices, min, max, whole }) => {
  if (choices !== undefined) return choices.map(code).join(', ');
  if (kind === 'list') return 'any; may be given more than once';
  if (kind !== 'number') return '';
  const limits = [min === undefined ? '' : `from ${min}`, max === undefined ? '' : `to ${max}`].filter(
    Boolean,
  );
  return [whole ? 'a whole number' : 'a number', ...limits].join(' ');
};

const section = (command, meanings) => {
  const { name, summary, description, options, examples, exitCodes } = command;
  const given = command.arguments ?? [];
  const words = ['holdfast', name, '[options]', ...given.map(argumentWord)].join(' ');
  const listed = [
    ...Object.entries(options).map(([option, details]) => [
      code(optionWord(option, details)),
      details.summary,
      accepted(details),
    ]),
    [code('--json'), 'print the result as JSON', ''],
    [code('-h, --help'), 'print help', ''],
  ];
  const special = Object.entries(exitCodes ?? {}).filter(([exit, says]) => meanings[exit] !== says);
  return [
    `## holdfast ${name}`,
    description ?? `${summary}.`,
    `    ${words}`,
    given.length === 0
      ? ''
      : table(
          ['argument', '', 'accepted'],
          given.map((one) => [code(one.name), one.summary, accepted(one)]),
        ),
    table(['option', '', 'accepted'], listed),
    examples.map((example) => `${example.says}\n\n    ${example.command}`).join('\n\n'),
    special.length === 0
      ? ''
      : table(
          ['exit code', 'means here'],
          special.map(([exit, says]) => [exit, says]),
        ),
  ];
};

/**
 * The reference of the command line.
 * @param {readonly Record<string, any>[]} commands definitions, in the order of the help
 * @param {Record<string, string>} meanings of exit codes
 */
export const commandsPage = (commands, meanings) =>
  page('Commands', [
    'What `npx holdfast` can do. Results go to standard output, with `--json` as JSON; errors and progress go to standard error. Colours are left out where the output is no terminal, and with `NO_COLOR`.',
    table(
      ['command', ''],
      commands.map(({ name, summary }) => [`[${name}](#holdfast-${name})`, summary]),
    ),
    '## Exit codes',
    table(['exit code', 'means'], Object.entries(meanings)),
    ...commands.flatMap((command) => section(command, meanings)),
  ]);
