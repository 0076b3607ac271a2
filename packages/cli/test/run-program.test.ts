import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { type Command, defineCommand } from '../src/command.js';
import { COMMANDS } from '../src/command-list.js';
import { EXIT_CODE } from '../src/exit-code.js';
import { InputError } from '../src/input-error.js';
import { runCli } from './run-cli.js';

const echo = defineCommand({
  name: 'echo',
  summary: 'Say what was given',
  arguments: [{ name: 'WORD', summary: 'what to say', variadic: true, optional: true }],
  options: {
    loud: { kind: 'flag', short: 'l', summary: 'shout' },
    times: { kind: 'number', value: 'N', summary: 'how often', min: 1, max: 9, whole: true },
    'in-tone': { kind: 'text', value: 'TONE', summary: 'how', choices: ['high', 'low'] },
    tag: { kind: 'list', value: 'TAG', summary: 'a mark' },
  },
  examples: [{ command: 'holdfast echo a', says: 'Say a:' }],
  run: async (input) => ({
    exitCode: EXIT_CODE.found,
    text: 'said',
    json: { given: input.arguments, ...input.options, json: input.json },
  }),
});

const failing = (error: unknown): Command =>
  defineCommand({
    name: 'fail',
    summary: 'Fail',
    options: {},
    examples: [{ command: 'holdfast fail', says: 'Fail:' }],
    run: () => Promise.reject(error),
  });

describe('what a command gets', () => {
  it('is every option with its type, given or not', async () => {
    const { stdout, exitCode } = await runCli(
      [
        'echo',
        'a',
        '-l',
        '--times',
        '3',
        '--in-tone',
        'low',
        '--tag',
        'x',
        '--tag',
        'y',
        '--json',
        '--',
        '--b',
        '-l',
      ],
      { commands: [echo] },
    );
    expect(JSON.parse(stdout)).toEqual({
      given: ['a', '--b', '-l'],
      loud: true,
      times: 3,
      'in-tone': 'low',
      tag: ['x', 'y'],
      json: true,
    });
    expect(exitCode).toBe(1);
    expect(JSON.parse((await runCli(['echo', '--json'], { commands: [echo] })).stdout)).toEqual({
      given: [],
      loud: false,
      tag: [],
      json: true,
    });
  });

  it('is printed as text without --json', async () => {
    expect((await runCli(['echo'], { commands: [echo] })).stdout).toBe('said\n');
  });
});

describe('mistakes', () => {
  it.each([
    [['ecko'], /unknown command 'ecko'[\s\S]*Did you mean echo\?/],
    [['echo', '--lout'], /unknown option '--lout'[\s\S]*Did you mean --loud\?/],
    [
      ['echo', '--times', 'many'],
      /'--times <N>' argument 'many' is invalid\. Accepted is a whole number from 1 to 9\./,
    ],
    [['echo', '--times', '0'], /Accepted is a whole number from 1 to 9/],
    [['echo', '--times', '1.5'], /Accepted is a whole number from 1 to 9/],
    [['echo', '--times', ''], /Accepted is a whole number/],
    [['echo', '--in-tone', 'flat'], /Allowed choices are high, low/],
    [['echo', '--tag'], /argument missing/],
  ])('%j ends with 2, says why on standard error, and suggests', async (args, message) => {
    const { exitCode, stdout, stderr } = await runCli(args, { commands: [echo] });
    expect(stderr).toMatch(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  it('without a command, help goes to standard error', async () => {
    const { exitCode, stdout, stderr } = await runCli([], { commands: [echo] });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('Usage: holdfast');
  });

  it('what the user has to correct is one line; a fault of the program is told as one', async () => {
    const input = await runCli(['fail'], { commands: [failing(new InputError('a.xml does not exist'))] });
    expect(input).toEqual({ exitCode: 2, stdout: '', stderr: 'error: a.xml does not exist\n' });
    const fault = await runCli(['fail'], { commands: [failing(new TypeError('x is not a function'))] });
    expect(fault.exitCode).toBe(70);
    expect(fault.stderr).toMatch(/^Holdfast itself failed[^\n]*\nTypeError: x is not a function/);
    expect((await runCli(['fail'], { commands: [failing(undefined)] })).exitCode).toBe(70);
  });

  it('what the system refuses is no fault of the program', async () => {
    const refused = Object.assign(new Error("EACCES: permission denied, open 'x'"), {
      code: 'EACCES',
      syscall: 'open',
    });
    expect(await runCli(['fail'], { commands: [failing(refused)] })).toMatchObject({
      exitCode: 2,
      stderr: "error: EACCES: permission denied, open 'x'\n",
    });
  });
});

describe('help', () => {
  it('lists every command', async () => {
    const { stdout, exitCode } = await runCli(['--help']);
    for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    expect(exitCode).toBe(0);
  });

  it('prints the version', async () => {
    expect(await runCli(['--version'])).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  describe.each(COMMANDS)('of $name', (command) => {
    it('has a summary, the options, examples and the exit codes', async () => {
      const { stdout, exitCode, stderr } = await runCli([command.name, '--help']);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      for (const name of Object.keys(command.options)) expect(stdout).toContain(`--${name}`);
      expect(stdout).toContain('--json');
      for (const { command: line, says } of command.examples) {
        expect(stdout).toContain(says);
        expect(stdout).toContain(`$ ${line}`);
      }
      expect(stdout).toMatch(/Exit codes:\n {2}0 /);
      const codes = [...(stdout.split('Exit codes:')[1] ?? '').matchAll(/^ {2}(\d+) /gm)].map(
        ([, code]) => code,
      );
      const own = Object.keys(command.exitCodes ?? {});
      expect(codes.sort()).toEqual([...new Set(['0', '2', '70', ...own])].sort());
    });

    it('is written as the house writes: no full stop after a summary, full words for options', () => {
      const summaries = [command.summary, ...Object.values(command.options).map(({ summary }) => summary)];
      expect(summaries.filter((summary) => summary.endsWith('.'))).toEqual([]);
      expect(Object.keys(command.options).filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
      const shorts = Object.values(command.options).flatMap(({ short }) => short ?? []);
      expect(new Set(shorts).size).toBe(shorts.length);
    });
  });
});
