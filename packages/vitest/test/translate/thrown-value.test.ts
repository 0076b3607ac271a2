import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thrownValue } from '../../src/translate/thrown-value.js';

test('drops what Vitest adds, and keeps the members of the error', () => {
  const error = {
    name: 'Error',
    message: 'gone',
    stack: 's',
    stacks: [],
    diff: 'd',
    code: 'E1',
    constructor: 'Function<PoolError>',
    VITEST_TEST_NAME: 'x',
  };
  expect(thrownValue(error)).toEqual({ name: 'PoolError', message: 'gone', stack: 's', code: 'E1' });
});

test('takes back what the printer wrote into the name of a cause', () => {
  expect(
    thrownValue({ name: 'Error', message: 'a', cause: { name: 'Caused by: TypeError', message: 'b' } }),
  ).toEqual({
    name: 'Error',
    message: 'a',
    cause: { name: 'TypeError', message: 'b' },
  });
});

test('reads hidden members of a real error', () => {
  const read = thrownValue(new Error('real', { cause: new TypeError('inner') }));
  expect(read).toMatchObject({
    name: 'Error',
    message: 'real',
    cause: { name: 'TypeError', message: 'inner' },
  });
});

test('survives circular causes and getters that throw', () => {
  const ring: Record<string, unknown> = { name: 'Error', message: 'ring' };
  ring.cause = ring;
  expect(thrownValue(ring)).toMatchObject({ message: 'ring' });
  const hostile = {
    name: 'Error',
    get message(): string {
      throw new Error('no');
    },
  };
  expect(thrownValue(hostile)).toMatchObject({ name: 'Error' });
});

test('never throws', () => {
  fc.assert(fc.property(fc.anything(), (value) => void thrownValue(value)));
});
