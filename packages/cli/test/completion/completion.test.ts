import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/command-list.js';
import { bashCompletion } from '../../src/completion/bash-completion.js';
import { completeWords } from '../../src/completion/complete-words.js';
import { runCli } from '../run-cli.js';

const hasBash = spawnSync('bash', ['--version']).status === 0;

/** What bash would offer for a line that ends in the given words. */
const offered = (...words: readonly string[]): readonly string[] => {
  const script = `${bashCompletion(completeWords(COMMANDS))}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_holdfast
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync('bash', ['-c', script], { encoding: 'utf8', cwd: '/' })
    .stdout.split('\n')
    .filter((word) => word !== '');
};

describe.each(['bash', 'zsh', 'fish'])('for %s', (shell) => {
  it('names every command and each of its options', async () => {
    const { stdout, exitCode } = await runCli(['completion', shell]);
    expect(exitCode).toBe(0);
    for (const { name, options } of completeWords(COMMANDS)) {
      expect(stdout).toContain(name);
      for (const { word } of options)
        expect(stdout).toContain(shell === 'fish' ? word.replace(/^-+/, '') : word);
    }
  });
});

describe.runIf(hasBash)('bash', () => {
  it('completes commands, options and choices', () => {
    expect(offered('holdfast', 'tri')).toEqual(['triage']);
    expect(offered('holdfast', 'triage', '--for')).toEqual(['--format']);
    expect(offered('holdfast', 'completion', 'z')).toEqual(['zsh']);
    expect(offered('holdfast', 'no-such-command', '--')).toEqual([]);
  });
});

it('a shell that is not known is a mistake with the known ones named', async () => {
  const { exitCode, stderr } = await runCli(['completion', 'tcsh']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Allowed choices are bash, zsh, fish');
});
