import { AssertionError, deepStrictEqual, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SNAPSHOT_LIMITS, type ErrorSnapshot, serialiseRecord, snapshotError } from '../src/index.js';

const caught = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

const asJson = (error: ErrorSnapshot): unknown =>
  JSON.parse(serialiseRecord({ kind: 'error', at: 0, phase: 'test', error })).error;

const hostile = (): object =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('get');
      },
      has: () => {
        throw new Error('has');
      },
      ownKeys: () => {
        throw new Error('ownKeys');
      },
      getPrototypeOf: () => {
        throw new Error('getPrototypeOf');
      },
      getOwnPropertyDescriptor: () => {
        throw new Error('getOwnPropertyDescriptor');
      },
    },
  );

describe('an error', () => {
  test('keeps its name, code, message, stack and own properties', () => {
    const error = caught(() => readFileSync('/nowhere/at/all'));
    expect(snapshotError(error)).toMatchObject({
      name: 'Error',
      code: 'ENOENT',
      message: "ENOENT: no such file or directory, open '/nowhere/at/all'",
      stack: expect.stringContaining('snapshot-error.test.ts'),
      properties: { errno: -2, syscall: 'open', path: '/nowhere/at/all' },
    });
  });

  test('is named by its class where the name says no more than Error', () => {
    class PoolError extends Error {}
    expect(snapshotError(new PoolError('x')).name).toBe('PoolError');
    expect(snapshotError(new TypeError('x')).name).toBe('TypeError');
    expect(snapshotError(Object.assign(new Error('x'), { name: 'Given' })).name).toBe('Given');
  });

  test('keeps a numeric code as text', () => {
    expect(snapshotError(Object.assign(new Error('duplicate key'), { code: 11000 })).code).toBe('11000');
  });

  test('keeps a code that is neither text nor number among the properties', () => {
    const snapshot = snapshotError(Object.assign(new Error('x'), { code: { value: 5 } }));
    expect(snapshot.code).toBeUndefined();
    expect(asJson(snapshot)).toMatchObject({ properties: { code: { value: 5 } } });
  });

  test('with a message that is no text has it printed', () => {
    const error = Object.assign(new Error(), { message: { status: 503 } });
    expect(snapshotError(error).message).toBe('{status: 503}');
  });

  test('of another realm is an error all the same', () => {
    const context = createContext({ hold: undefined });
    const foreign = runInContext(
      `class Refused extends Error { constructor() { super('no', { cause: new RangeError('why') }); this.code = 'E_NO'; this.when = new Date(0); } }
       new Refused()`,
      context,
    );
    expect(foreign instanceof Error).toBe(false);
    expect(asJson(snapshotError(foreign))).toMatchObject({
      name: 'Refused',
      code: 'E_NO',
      message: 'no',
      cause: { name: 'RangeError', message: 'why' },
      properties: { when: '1970-01-01T00:00:00.000Z' },
    });
    expect(snapshotError(foreign).thrownValue).toBeUndefined();
  });

  test('may be a DOMException, whose old numeric code is left out', () => {
    const error = caught(() => AbortSignal.abort().throwIfAborted());
    const snapshot = snapshotError(error);
    expect(snapshot).toMatchObject({ name: 'AbortError', message: 'This operation was aborted' });
    expect(snapshot.code).toBeUndefined();
    expect(snapshot.thrownValue).toBeUndefined();
  });

  test('may be a plain object that a runner made of an error', () => {
    const snapshot = snapshotError({
      name: 'TypeError',
      message: 'x',
      stack: 'TypeError: x\n    at y',
      expected: '"5"',
    });
    expect(snapshot).toEqual({
      name: 'TypeError',
      message: 'x',
      stack: 'TypeError: x\n    at y',
      expected: '"5"',
    });
  });

  test('keeps the chain of its causes, to a depth', () => {
    let error = new Error('level 9');
    for (let level = 8; level >= 0; level--) error = new Error(`level ${level}`, { cause: error });
    const messages: string[] = [];
    let last: ErrorSnapshot | undefined;
    for (let at: ErrorSnapshot | undefined = snapshotError(error); at; at = at.cause) {
      messages.push(at.message);
      last = at;
    }
    expect(messages).toEqual(['level 0', 'level 1', 'level 2', 'level 3', 'level 4', 'level 5']);
    expect(last?.truncated).toBe(true);
  });

  test('that is its own cause ends at once', () => {
    const error = new Error('ring');
    error.cause = new Error('back', { cause: error });
    expect(snapshotError(error)).toMatchObject({
      message: 'ring',
      cause: { message: 'back', truncated: true },
    });
  });

  test('keeps a cause that is no error', () => {
    expect(snapshotError(new Error('x', { cause: 'a text' })).cause).toEqual({
      message: 'a text',
      thrownValue: true,
    });
  });

  test('keeps its parts, up to a number', () => {
    const parts = Array.from({ length: 50 }, (_, index) => new Error(`part ${index}`));
    const snapshot = snapshotError(new AggregateError(parts, 'all failed'));
    expect(snapshot.errors).toHaveLength(DEFAULT_SNAPSHOT_LIMITS.parts);
    expect(snapshot.errors?.[0]?.message).toBe('part 0');
    expect(snapshot.truncated).toBe(true);
  });

  test('keeps a list named errors that holds no errors as a property', () => {
    const snapshot = snapshotError(Object.assign(new Error('invalid'), { errors: ['name is empty'] }));
    expect(asJson(snapshot)).toMatchObject({ properties: { errors: ['name is empty'] } });
  });
});

describe('an assertion', () => {
  test('of node:assert shows both sides', () => {
    expect(snapshotError(caught(() => strictEqual(1, '1')))).toMatchObject({
      code: 'ERR_ASSERTION',
      actual: '1',
      expected: '"1"',
      properties: { operator: 'strictEqual', generatedMessage: true },
    });
    expect(snapshotError(caught(() => deepStrictEqual({ a: [1] }, { a: new Map([[1, 2]]) })))).toMatchObject({
      actual: '{a: [1]}',
      expected: '{a: Map(1) {1 => 2}}',
    });
  });

  test('of chai shows both sides', () => {
    expect(snapshotError(caught(() => expect([1, 2]).toEqual([1])))).toMatchObject({
      name: 'AssertionError',
      actual: '[1, 2]',
      expected: '[1]',
    });
  });

  test('of Jest shows both sides of its matcher result', () => {
    const error = Object.assign(new Error('expect(received).toBe(expected)'), {
      matcherResult: { actual: undefined, expected: 'on', message: 'm', name: 'toBe', pass: false },
    });
    const snapshot = snapshotError(error);
    expect(snapshot).toMatchObject({ actual: 'undefined', expected: '"on"' });
    expect(snapshot.properties).toBeUndefined();
  });

  test('without sides shows none', () => {
    expect(snapshotError(new AssertionError({ message: 'failed' }))).not.toHaveProperty('actual');
  });

  test('with huge sides is cut', () => {
    const snapshot = snapshotError(caught(() => strictEqual('a'.repeat(1e6), 'b'.repeat(1e6))));
    expect(snapshot.actual?.length).toBeLessThan(DEFAULT_SNAPSHOT_LIMITS.printedLength + 100);
  });
});

describe('a thrown value that is no error', () => {
  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['text', 'text'],
    [42, '42'],
    [-0, '-0'],
    [10n, '10n'],
    [Symbol('s'), 'Symbol(s)'],
    [{ status: 503 }, '{status: 503}'],
    [[1, 'a'], '[1, "a"]'],
    [new Date(Number.NaN), 'Invalid Date'],
    [new Map(), 'Map(0) {}'],
  ])('%o is printed', (value, message) => {
    expect(snapshotError(value)).toEqual({ message, thrownValue: true });
  });

  test('may be a function or a class', () => {
    expect(snapshotError(function named() {}).message).toBe('[Function named]');
    expect(snapshotError(class Named {}).message).toBe('[class Named]');
  });

  test('keeps a code', () => {
    expect(snapshotError({ code: 'E_PLAIN' })).toMatchObject({ code: 'E_PLAIN', thrownValue: true });
  });
});

describe('a hostile value', () => {
  test('that throws whatever is asked gives a snapshot', () => {
    expect(snapshotError(hostile())).toEqual({ message: '[Proxy]', thrownValue: true });
    const error = Object.assign(new Error('x'), { inner: hostile(), list: [hostile()] });
    expect(asJson(snapshotError(error))).toMatchObject({
      message: 'x',
      properties: { inner: '[Proxy]', list: ['[Proxy]'] },
    });
  });

  test('with throwing getters keeps what can be read', () => {
    const error = new Error('readable');
    for (const key of ['stack', 'name', 'code', 'cause', 'errors', 'actual', 'other', 'constructor']) {
      Object.defineProperty(error, key, {
        enumerable: true,
        get: () => {
          throw new Error(key);
        },
      });
    }
    Object.defineProperty(error, Symbol.toStringTag, {
      get: () => {
        throw new Error('tag');
      },
    });
    expect(snapshotError(error)).toEqual({ message: 'readable' });
  });

  test('with causes without end is cut', () => {
    const endless = (): object =>
      new Proxy(new Error('again'), {
        get: (target, key) => (key === 'cause' ? endless() : Reflect.get(target, key)),
      });
    expect(JSON.stringify(snapshotError(endless())).length).toBeLessThan(100_000);
  });

  test('of 20 MB keeps head and tail of the message, and the first frames of the stack', () => {
    const error = new Error(`begin${'x'.repeat(20_000_000)}end`);
    const snapshot = snapshotError(error);
    expect(snapshot.message).toMatch(/^beginx/);
    expect(snapshot.message).toMatch(/xend$/);
    expect(snapshot.message).toContain('characters left out');
    expect(snapshot.message.length).toBeLessThan(DEFAULT_SNAPSHOT_LIMITS.messageLength + 100);
    expect(snapshot.stack).toContain('snapshot-error.test.ts');
    expect(snapshot.stack?.length).toBeLessThanOrEqual(DEFAULT_SNAPSHOT_LIMITS.stackLength);
    expect(snapshot.truncated).toBe(true);
  });

  test('with many and large properties is cut', () => {
    const error = new Error('x');
    for (let key = 0; key < 500; key++) Object.assign(error, { [`key${key}`]: { text: 'y'.repeat(10_000) } });
    const snapshot = snapshotError(error);
    expect(Object.keys(snapshot.properties ?? {})).toHaveLength(DEFAULT_SNAPSHOT_LIMITS.properties);
    expect(JSON.stringify(snapshot.properties).length).toBeLessThan(30 * 2_400);
    expect(snapshot.truncated).toBe(true);
  });

  test('with NUL and colour codes comes through JSON unchanged', () => {
    const message = 'a\0b\x1b[31mred\x1b[39m\u2028\ud800';
    expect(asJson(snapshotError(new Error(message)))).toMatchObject({ message });
  });

  test('with a member named __proto__ changes no prototype', () => {
    const error = new Error('x');
    Object.defineProperty(error, '__proto__', { value: { polluted: true }, enumerable: true });
    const line = JSON.stringify(asJson(snapshotError(error)));
    expect(line).toContain('"__proto__":{"polluted":true}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test('any value gives a small snapshot that comes through JSON unchanged', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
    withObjectString: true,
  });
  fc.assert(
    fc.property(anything, fc.dictionary(fc.string(), anything), (value, members) => {
      for (const thrown of [value, Object.assign(new Error('x'), members), { ...members, message: value }]) {
        const snapshot = snapshotError(thrown);
        expect(typeof snapshot.message).toBe('string');
        const json = JSON.stringify(asJson(snapshot));
        expect(json.length).toBeLessThan(400_000);
        expect(asJson(snapshot)).toEqual(JSON.parse(JSON.stringify(snapshot)));
      }
    }),
  );
});
