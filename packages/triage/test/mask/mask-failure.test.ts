import type { ErrorSnapshot } from '@holdfast/journal';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/failure.js';
import { createMask } from '../../src/mask/create-mask.js';
import { maskError, maskFailure } from '../../src/mask/mask-failure.js';
import { createStackMask } from '../../src/mask/mask-stack.js';

const SECRET = 'k3y-of-the-shop';
const text = createMask({ environment: { SHOP_TOKEN: SECRET } });
const masks = { text, stack: createStackMask(text) };

const error: ErrorSnapshot = {
  name: `Error ${SECRET}`,
  code: SECRET,
  message: `refused ${SECRET}`,
  stack: `Error: refused ${SECRET}\n    at login (/srv/${SECRET}/a.ts:1:2)`,
  expected: SECRET,
  actual: SECRET,
  properties: { [SECRET]: [SECRET, { deep: SECRET }], password: 'short', port: 1, tokens: ['a'] },
  cause: { message: SECRET, cause: { message: SECRET } },
  errors: [{ message: SECRET }],
  truncated: true,
};

describe('maskFailure', () => {
  it('leaves a secret in no text of a failure', () => {
    const failure: Failure = {
      kind: 'test',
      title: ['login', `with ${SECRET}`],
      file: 'tests/login.test.ts',
      project: SECRET,
      attempts: [
        { number: 1, status: 'failed', phase: 'test', errors: [error] },
        { number: 2, status: 'failed', phase: 'test', errors: [{ message: SECRET }, error] },
      ],
      flaky: false,
      tags: [SECRET],
      evidence: [{ name: 'pool.checkout', data: { url: `http://x/?k=${SECRET}` } }],
    };
    const masked = maskFailure(failure, masks);
    expect(JSON.stringify(masked)).not.toContain(SECRET);
    expect(masked.attempts[0]?.errors[0]?.properties).toMatchObject({
      password: '***',
      port: 1,
      tokens: '***',
    });
    expect(masked.attempts.map(({ number, status, phase }) => [number, status, phase])).toEqual([
      [1, 'failed', 'test'],
      [2, 'failed', 'test'],
    ]);
  });

  it('leaves the file its name, so that two rows never become one', () => {
    const failure: Failure = {
      kind: 'file',
      title: [],
      file: `tests/${SECRET}/a\u001B[31m.test.ts`,
      attempts: [],
      flaky: false,
    };
    expect(maskFailure(failure, masks).file).toBe(`tests/${SECRET}/a.test.ts`);
  });

  it('takes every string from a group of secrets, and none from a parser’s token', () => {
    const properties = {
      credentials: { db: { user: 'ann', pin: 'opensesame' } },
      token: { type: 'punctuation' },
    };
    expect(maskError({ message: '', properties }, masks).properties).toEqual({
      credentials: { db: { user: '***', pin: '***' } },
      token: { type: 'punctuation' },
    });
  });

  it('gives a clean error back as it is', () => {
    const clean: ErrorSnapshot = {
      message: 'boom',
      stack: 'Error: boom\n    at a (b.ts:1:2)\n    at c (d.ts:3:4)',
    };
    expect(maskError(clean, masks)).toBe(clean);
  });

  it('ends with causes that go on and on', () => {
    let chain: ErrorSnapshot = { message: 'last' };
    for (let depth = 0; depth < 1_000; depth += 1) chain = { message: `level ${depth}`, cause: chain };
    expect(JSON.stringify(maskError(chain, masks)).length).toBeLessThan(500);
  });
});

describe('createStackMask', () => {
  it('gives what the plain mask gives, also for frames it has seen', () => {
    const stacks = [
      error.stack as string,
      `Error: x\n    at f (a.ts:1:2)\n    at https://u:passw0rdlong@h/x.js:1:2\n`,
      'no frames',
    ];
    for (const stack of [...stacks, ...stacks]) expect(masks.stack(stack)).toBe(text(stack));
  });
});
