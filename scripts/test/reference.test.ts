import { describe, expect, it } from 'vitest';
import { describeType } from '../reference/describe-type.mjs';
import { readInterfaces } from '../reference/read-interfaces.mjs';
import { staleDefaults } from '../reference/stale-defaults.mjs';

const source = `
interface Hidden { readonly a: string }
/** What one may set. */
export interface Options extends Base {
  /**
   * Folder to write
   * to. @default 'out'
   */
  readonly folder?: string;
  readonly parts: readonly (string | RegExp)[];
  /** Does it. */
  run(what: string, often?: number): Promise<void>;
}
/** One of two. */
export type Kind =
  /** First. */
  | 'a'
  | 'b';
`;

describe('readInterfaces', () => {
  const types = readInterfaces('source.ts', source);

  it('reads exported types only', () => {
    expect(types.map(({ name, about }) => [name, about])).toEqual([
      ['Options', 'What one may set.'],
      ['Kind', 'One of two.'],
    ]);
  });

  it('reads members with type, meaning and default', () => {
    expect(types[0]?.members).toEqual([
      { name: 'folder', type: 'string', optional: true, about: 'Folder to write to.', fallback: "'out'" },
      { name: 'parts', type: '(string | RegExp)[]', optional: false, about: '', fallback: '' },
      {
        name: 'run',
        type: '(what: string, often?: number) => Promise<void>',
        optional: false,
        about: 'Does it.',
        fallback: '',
      },
    ]);
  });

  it('reads what a type is an alias of, without its comments', () => {
    expect(types[1]?.type).toBe("'a' | 'b'");
  });
});

describe('describeType', () => {
  it('is a section with a table, where bars in types do not break the columns', () => {
    const [options] = readInterfaces('source.ts', source);
    expect(options && describeType(options)).toBe(
      [
        '## Options',
        'What one may set.',
        'Holds all members of `Base` too.',
        [
          '| Member | Type | Meaning |',
          '| --- | --- | --- |',
          "| `folder` | `string` | Folder to write to. Default: 'out'. |",
          '| `parts` * | `(string \\| RegExp)[]` |  |',
          '| `run` * | `(what: string, often?: number) => Promise<void>` | Does it. |',
        ].join('\n'),
      ].join('\n\n'),
    );
  });
});

describe('staleDefaults', () => {
  const member = (name: string, fallback: string) => ({
    name,
    type: '',
    optional: true,
    about: '',
    fallback,
  });

  it('finds a default that the documentation misstates or leaves out', () => {
    const members = [member('folder', "'out'"), member('count', '10'), member('quiet', '')];
    expect(staleDefaults(members, { folder: 'out', count: 12, quiet: false, list: [] })).toEqual([
      'count: documented as 10, but the code uses 12',
      'quiet: documented as nothing, but the code uses false',
    ]);
  });
});
