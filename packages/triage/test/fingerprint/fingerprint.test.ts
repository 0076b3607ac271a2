import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/fingerprint/fingerprint.js';
import { failureOf, type Sample } from '../classify/failure-of.js';

const print = (sample: Sample) => fingerprint(failureOf(sample));
const stack = (line: number, root = '/app') =>
  `Error: lost order 12\n    at find (${root}/src/store.ts:${line}:3)\n    at ${root}/test/a.test.ts:${line + 7}:1`;

describe('a fingerprint', () => {
  it('has eleven characters', () => {
    expect(print({ message: 'x' })).toMatch(/^[0-9a-z]{11}$/);
  });

  it('stays when line numbers, ids and the folder of the checkout change', () => {
    expect(print({ message: 'lost order 12', stack: stack(4) })).toBe(
      print({ message: 'lost order 97', stack: stack(190, '/home/user/work') }),
    );
  });

  it('tells two files of one name apart where the test file shows the root', () => {
    const from = (folder: string) =>
      print({
        message: 'lost',
        file: 'test/a.test.ts',
        stack: `Error: lost\n    at find (/app/src/${folder}/store/index.ts:1:1)\n    at /app/test/a.test.ts:2:2`,
      });
    expect(from('carts')).not.toBe(from('orders'));
  });

  it('stays for one failure in two tests', () => {
    expect(print({ message: 'x', title: 'a' })).toBe(print({ message: 'x', title: 'b' }));
  });

  it('changes with the message, the class, the code and the function', () => {
    const base: Sample = { message: 'lost', name: 'Error', code: 'E1', stack: stack(4) };
    const others = [
      { ...base, message: 'found' },
      { ...base, name: 'TypeError' },
      { ...base, code: 'E2' },
      { ...base, stack: stack(4).replace('find', 'load') },
    ];
    expect(new Set([base, ...others].map(print)).size).toBe(5);
  });

  it('of a failure without an error follows kind and file', () => {
    const bare = { ...failureOf({ message: '' }), attempts: [] };
    expect(fingerprint(bare)).not.toBe(fingerprint({ ...bare, kind: 'worker' }));
  });
});
