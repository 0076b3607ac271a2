import type { TestRetry } from '@holdfast/adaptive';
import * as vitest from 'vitest';
import { retriedTest } from '../retry/native-retry.js';
import { eachWithFixtures } from './each-with-fixtures.js';
import { keepOptions } from './keep-options.js';

type Callable = (...values: unknown[]) => unknown;
type Body = (...values: never[]) => unknown;

/** Members that give a `test` again, or that define tests like it. */
const CHAINED = new Set(['only', 'skip', 'concurrent', 'sequential', 'fails', 'todo']);
const GIVING = new Set(['extend', 'skipIf', 'runIf', 'override', 'scoped']);

const HOOKS = { beforeEach: vitest.beforeEach, afterEach: vitest.afterEach };

const isOptions = (value: unknown): value is { readonly retry?: unknown } =>
  typeof value === 'object' && value !== null;

/** Whether the option is Holdfast's: Vitest's own is a number, or an object that says how often or at which error. */
const isOurs = (retry: unknown): retry is TestRetry =>
  typeof retry === 'boolean' || (isOptions(retry) && !('count' in retry || 'condition' in retry));

/** Defines with Holdfast's option `retry` put into Vitest's words; everything else stays as it is. */
const defineWith = (test: object, define: Callable, values: readonly unknown[]): unknown => {
  const [name, second, third] = values;
  const [options, body] = typeof second === 'function' ? [third, second] : [second, third];
  if (!isOptions(options) || typeof body !== 'function') return define(...values);
  if (!isOurs(options.retry)) return keepOptions(test, options, () => define(...values));
  const retried = retriedTest(options.retry, body as Body);
  const own = { ...options, retry: retried.retry };
  return keepOptions(test, own, () => define(name, own, retried.body));
};

const definingCases =
  (test: object, define: Callable): Callable =>
  (...values) =>
    defineWith(test, define, values);

/** Vitest's `test` with what Holdfast adds: fixtures in `each`, and the option `retry`. */
export const wrapTest = <Test extends object>(test: Test): Test =>
  new Proxy(test, {
    apply: (target, self, values) =>
      defineWith(target, (...own) => Reflect.apply(target as unknown as Callable, self, own), values),
    get: (target, name) => {
      // Vitest before 4.1 has hooks beside `test` only; they get its fixtures too.
      const value: unknown = Reflect.get(target, name) ?? HOOKS[name as keyof typeof HOOKS];
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      if (CHAINED.has(name)) return wrapTest(value);
      const call = (...values: unknown[]): unknown => Reflect.apply(value, target, values);
      if (GIVING.has(name)) return (...values: unknown[]) => wrapTest(call(...values) as object);
      const forCases = (Reflect.get(target, 'for') as Callable).bind(target) as never;
      if (name === 'each') {
        const each = eachWithFixtures(call as never, forCases);
        return (...cases: unknown[]) => definingCases(target, each(...cases) as Callable);
      }
      if (name === 'for') return (...cases: unknown[]) => definingCases(target, call(...cases) as Callable);
      return value;
    },
  });
