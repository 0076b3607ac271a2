import { expect, it } from 'vitest';
import { eachWithFixtures } from '../../src/test-function/each-with-fixtures.js';

type Call = readonly [kind: string, cases: readonly unknown[], values: readonly unknown[]];

const defined = (define: (each: ReturnType<typeof eachWithFixtures>) => unknown): Call => {
  const calls: Call[] = [];
  const note =
    (kind: string) =>
    (...cases: readonly unknown[]) =>
    (...values: readonly unknown[]) =>
      void calls.push([kind, cases, values]);
  define(eachWithFixtures(note('each'), note('for')));
  expect(calls).toHaveLength(1);
  return calls[0] as Call;
};

it('leaves cases to Vitest that ask for no fixture', () => {
  const body = (left: number, right: number) => [left, right];
  const [kind, cases, values] = defined((each) => each([[1, 2]])('%i', body, 50));
  expect([kind, cases, values]).toEqual(['each', [[[1, 2]]], ['%i', body, 50]]);
});

it('hands the members of the case and the fixtures to a body that asks for some', () => {
  const seen: unknown[] = [];
  const body = (left: number, right: number, { names }: { names: string }) =>
    void seen.push(left, right, names);
  const [kind, , [, asked, limit]] = defined((each) => each([[1, 2]])('%i', body, 50));
  expect([kind, limit]).toEqual(['for', 50]);
  (asked as (...values: unknown[]) => void)([1, 2], { names: 'own' });
  expect(seen).toEqual([1, 2, 'own']);
  expect(String(asked)).toBe('(item, { names }) => {}');
});

it('takes options before the body, and a case that is no list as one value', () => {
  const seen: unknown[] = [];
  const body = (value: object, { scope }: { scope: string }) => void seen.push(value, scope);
  const [kind, , [, options, asked]] = defined((each) => each([{ size: 1 }])('%o', { timeout: 5 }, body));
  expect([kind, options]).toEqual(['for', { timeout: 5 }]);
  (asked as (...values: unknown[]) => void)({ size: 1 }, { scope: 'own' });
  expect(seen).toEqual([{ size: 1 }, 'own']);
});
