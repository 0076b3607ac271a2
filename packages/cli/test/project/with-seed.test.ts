import { describe, expect, it } from 'vitest';
import { withSeed } from '../../src/project/with-seed.js';

describe('a command with a seed', () => {
  it.each([
    [
      ['npx', 'vitest', 'run'],
      ['npx', 'vitest', 'run', '--sequence.shuffle', '--sequence.seed=7'],
    ],
    [
      ['node', 'node_modules/jest/bin/jest.js'],
      ['node', 'node_modules/jest/bin/jest.js', '--randomize', '--seed=7'],
    ],
    [
      ['pytest', '--randomly-seed={seed}'],
      ['pytest', '--randomly-seed=7'],
    ],
  ])('%j becomes %j', (command, seeded) => {
    expect(withSeed(command, 7)).toEqual(seeded);
  });

  it('asks for the place of the seed where the tool is not known', () => {
    expect(() => withSeed(['npm', 'test'], 7)).toThrow('write {seed} where the seed belongs');
    expect(() => withSeed(['npm', 'run', 'jester'], 7)).toThrow('{seed}');
  });
});
