import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietWorkflowCommands } from '../../src/report/quiet-workflow-commands.js';

/** How the runner of GitHub finds a command in a line: at its beginning, or in the old form anywhere. */
const isCommand = (line: string): boolean => line.trimStart().startsWith('::') || line.includes('##[');

describe('quietWorkflowCommands', () => {
  it('leaves no line that is a command, and every other line as it is', () => {
    const word = fc.constantFrom(
      '::error::',
      '##[group]',
      ' ',
      '\t',
      ':',
      '#',
      '[',
      '\u00A0',
      'a',
      '\n',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const before = words.join('').split('\n');
        const after = quietWorkflowCommands(before.join('\n')).split('\n');
        expect(after.filter(isCommand)).toEqual([]);
        expect(after.filter((_, index) => !isCommand(before[index] ?? ''))).toEqual(
          before.filter((line) => !isCommand(line)),
        );
      }),
    );
  });
});
