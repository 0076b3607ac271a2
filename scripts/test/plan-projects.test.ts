import { describe, expect, it } from 'vitest';
import { misquotes } from '../docs/misquotes.mjs';
import { missingLines } from '../docs/missing-lines.mjs';
import { planProjects } from '../docs/plan-projects.mjs';
import { unexplainedBlocks } from '../docs/unexplained-blocks.mjs';

const block = (language: string, attributes: Record<string, string | true>, text = '') => ({
  line: 7,
  language,
  attributes,
  text,
});

describe('planProjects', () => {
  it('gathers files, commands and what they must print', () => {
    const blocks = [
      block('js', { title: 'a.js' }, 'a\n'),
      block('sh', { run: true, exit: '1' }, 'node a.js\n'),
      block('text', { output: true }, 'first\n\nsecond\n'),
    ];
    expect(planProjects(blocks)).toEqual([
      {
        name: 'main',
        files: { 'a.js': 'a\n' },
        runs: [{ command: 'node a.js', exit: 1, line: 7, output: ['first', 'second'] }],
      },
    ]);
  });

  it('keeps named projects apart', () => {
    const blocks = ['one', 'two'].flatMap((project) => [
      block('js', { title: 'a.js', project }, project),
      block('sh', { run: true, project }, 'go'),
    ]);
    expect(planProjects(blocks).map(({ name, files }) => [name, files['a.js']])).toEqual([
      ['one', 'one'],
      ['two', 'two'],
    ]);
  });

  it('refuses files that nothing runs', () => {
    expect(() => planProjects([block('js', { title: 'a.js' })])).toThrow('Nothing runs a.js');
  });

  it('refuses output without a command', () => {
    expect(() => planProjects([block('text', { output: true })])).toThrow('in line 7 follows no command');
  });
});

describe('unexplainedBlocks', () => {
  it('wants a file name or a reason for code, and nothing for the rest', () => {
    const blocks = [
      block('ts', {}),
      block('ts', { 'no-run': true }),
      block('ts', { 'no-run': 'needs a database' }),
      block('js', { title: 'a.js' }),
      block('js', { from: 'src/a.js' }),
      block('sh', {}),
    ];
    expect(unexplainedBlocks(blocks)).toEqual([blocks[0], blocks[1]]);
  });
});

describe('misquotes', () => {
  it('finds what is not in the quoted file', () => {
    const quotes = [
      block('ts', { from: 'a.ts' }, 'one\ntwo\n'),
      block('ts', { from: 'a.ts' }, 'one\nthree\n'),
    ];
    expect(misquotes(quotes, () => 'zero\none\ntwo\nthree\n')).toEqual([quotes[1]]);
  });
});

describe('missingLines', () => {
  it('lets numbers and line breaks differ, and nothing else', () => {
    expect(missingLines(['took 3 ms in all', 'took 3 s'], 'x  took 12.5 ms\n  in all\n')).toEqual([
      'took 3 s',
    ]);
  });
});
