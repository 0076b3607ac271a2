import { expect, it } from 'vitest';
import { keepOptions } from '../../src/test-function/keep-options.js';

const chain = () => {
  const context: Record<string, unknown> = {};
  return {
    context,
    setContext: (key: string, value: unknown) => {
      context[key] = value;
    },
  };
};

it('puts options where Vitest 3.2 keeps them while the test is defined, and takes them back', () => {
  const test = chain();
  const seen = keepOptions(test, { retry: 2, timeout: 100, fails: true }, () => ({ ...test.context }));
  expect(seen).toEqual({ retry: 2, fails: true });
  expect(test.context).toEqual({ retry: undefined, fails: undefined });
});

it('takes them back where the definition throws', () => {
  const test = chain();
  const fail = (): never => {
    throw new Error('no');
  };
  expect(() => keepOptions(test, { retry: 2 }, fail)).toThrow('no');
  expect(test.context.retry).toBeUndefined();
});

it('just defines where there is no chain', () => {
  expect(
    keepOptions(
      () => {},
      { retry: 2 },
      () => 'defined',
    ),
  ).toBe('defined');
});
