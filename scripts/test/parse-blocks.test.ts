import { expect, it } from 'vitest';
import { parseBlocks } from '../docs/parse-blocks.mjs';

it('reads language, attributes, text and line', () => {
  const markdown = [
    'Text',
    '```js title="a b.js" run',
    'one',
    '',
    'two',
    '```',
    '',
    '```',
    'plain',
    '```',
  ].join('\n');
  expect(parseBlocks(markdown)).toEqual([
    { line: 2, language: 'js', attributes: { title: 'a b.js', run: true }, text: 'one\n\ntwo\n' },
    { line: 8, language: '', attributes: {}, text: 'plain\n' },
  ]);
});

it('reads blocks in HTML comments and in lists', () => {
  const markdown = [
    '<!--',
    '```sh run',
    'go',
    '```',
    '-->',
    '- item',
    '  ```ts',
    '  a',
    '    b',
    '  ```',
  ].join('\n');
  expect(parseBlocks(markdown).map(({ language, text }) => [language, text])).toEqual([
    ['sh', 'go\n'],
    ['ts', 'a\n  b\n'],
  ]);
});

it('keeps a shorter fence inside a longer one as text', () => {
  const markdown = ['````md', '```js', 'inner', '```', '````'].join('\n');
  expect(parseBlocks(markdown)).toEqual([
    { line: 1, language: 'md', attributes: {}, text: '```js\ninner\n```\n' },
  ]);
});
