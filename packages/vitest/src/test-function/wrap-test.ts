import type { TestRetry } from '@holdfast/adaptive';
import { resolveSerial, type Serial, type SerialTurn, usedNames } from '@holdfast/fixtures/adapter';
import * as vitest from 'vitest';
import { retriedTest } from '../retry/native-retry.js';
import { eachWithFixtures } from './each-with-fixtures.js';
import { FixtureNeeds } from './fixture-needs.js';
import { defineWithNet, limitedBody } from './keep-limit.js';
import { keepOptions } from './keep-options.js';
import { limitedHook } from './limited-hook.js';
import { limitedMakings } from './limited-making.js';

type Callable = (...values: unknown[]) => unknown;
type Body = (...values: never[]) => unknown;

interface Options {
  readonly retry?: unknown;
  readonly serial?: Serial | undefined;
  readonly timeout?: number | undefined;
}

/** What a `test` knows besides Vitest's own. */
interface Known {
  readonly needs: FixtureNeeds;
  /** Whether the tests take turns by default. */
  readonly isSerial: boolean;
}

/** One way to define tests: the call, and which parameter of a body is the context. */
interface Way {
  readonly define: Callable;
  /** -1 where it comes after the members of a case, whose number only the table says. */
  readonly contextIndex: number;
}

/** Members that give a `test` again, or that define tests like it. */
const CHAINED = new Set(['only', 'skip', 'concurrent', 'sequential', 'fails', 'todo']);
const GIVING = new Set(['skipIf', 'runIf']);
/** Those that say how fixtures are made. */
const EXTENDING = new Set(['extend', 'override', 'scoped']);

const HOOKS = { beforeEach: vitest.beforeEach, afterEach: vitest.afterEach };

const isOptions = (value: unknown): value is Options => typeof value === 'object' && value !== null;

/** Whether the option is Holdfast's: Vitest's own is a number, or an object that says how often or at which error. */
const isOurs = (retry: unknown): retry is TestRetry =>
  typeof retry === 'boolean' || (isOptions(retry) && !('count' in retry || 'condition' in retry));

const namesAsked = (body: Body, contextIndex: number): readonly string[] => {
  try {
    return usedNames(body, contextIndex) ?? [];
  } catch {
    // A case that is taken apart in a way that fixtures cannot be.
    return [];
  }
};

/** Vitest takes anything in silence; a name comes before a single fixture. */
const acceptFixtures = (definitions: unknown): void => {
  if ((typeof definitions === 'object' && definitions !== null) || typeof definitions === 'string') return;
  throw new TypeError(`\`test.extend\` takes an object of fixtures by name; got ${String(definitions)}.`);
};

const withoutSerial = ({ serial: _, ...options }: Options): Options => options;

/** Defines with Holdfast's options put into Vitest's words; everything else stays as it is. */
const defineWith = (
  test: object,
  { contextIndex, define }: Way,
  values: readonly unknown[],
  known: Known,
): unknown => {
  const [name, second, third] = values;
  const [given, body] = typeof second === 'function' ? [third, second as Body] : [second, third as Body];
  if (typeof body !== 'function') return define(...values);
  const turn: SerialTurn | undefined = resolveSerial(
    (isOptions(given) ? given.serial : undefined) ?? known.isSerial,
  );
  const isLimited = turn !== undefined || known.needs.include('warmUp', namesAsked(body, contextIndex));
  if (!isOptions(given) && !isLimited) return define(...values);
  const options: Options = isOptions(given)
    ? withoutSerial(given)
    : { ...(typeof given === 'number' ? { timeout: given } : undefined) };
  const retried = isOurs(options.retry) ? retriedTest(options.retry, body) : { retry: options.retry, body };
  const own = { ...options, ...(retried.retry === undefined ? undefined : { retry: retried.retry }) };
  if (!isLimited) {
    return isOurs(options.retry)
      ? keepOptions(test, own, () => define(name, own, retried.body))
      : keepOptions(test, own, () => define(...values));
  }
  const place = new Error('defined here');
  const limited = limitedBody(retried.body, place, contextIndex);
  return defineWithNet(
    (timeoutMs) => {
      const netted = timeoutMs === undefined ? own : { ...own, timeout: timeoutMs };
      return keepOptions(test, netted, () => define(name, netted, limited));
    },
    turn,
    place,
  );
};
const definingCases =
  (test: object, way: Way, known: Known): Callable =>
  (...values) =>
    defineWith(test, way, values, known);

const hookOf =
  (hook: Callable, { needs }: Known): Callable =>
  (...values) => {
    const [body, timeoutMs] = values as [Body, number | undefined];
    if (typeof body !== 'function' || !needs.include('warmUp', namesAsked(body, 0))) return hook(...values);
    return hook(...limitedHook(body, timeoutMs));
  };

/** Vitest's `test` with what Holdfast adds: fixtures in `each`, the options `retry` and `serial`, limits kept apart from warm-ups. */
export const wrapTest = <Test extends object>(
  test: Test,
  known: Known = { needs: new FixtureNeeds(), isSerial: false },
): Test =>
  new Proxy(test, {
    apply: (target, self, values) => {
      const define: Callable = (...own) => Reflect.apply(target as unknown as Callable, self, own);
      return defineWith(target, { define, contextIndex: 0 }, values, known);
    },
    get: (target, name) => {
      if (name === 'serial') return wrapTest(target, { ...known, isSerial: true });
      // Vitest before 4.1 has hooks beside `test` only; they get its fixtures too.
      const value: unknown = Reflect.get(target, name) ?? HOOKS[name as keyof typeof HOOKS];
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      if (CHAINED.has(name)) return wrapTest(value, known);
      const call = (...values: unknown[]): unknown => Reflect.apply(value, target, values);
      if (GIVING.has(name)) return (...values: unknown[]) => wrapTest(call(...values) as object, known);
      if (EXTENDING.has(name)) {
        return (...values: unknown[]) => {
          acceptFixtures(values[0]);
          const needs = name === 'extend' ? known.needs.extend(values) : known.needs;
          return wrapTest(call(...limitedMakings(values)) as object, { ...known, needs });
        };
      }
      if (name in HOOKS) return hookOf(call, known);
      const forCases = (Reflect.get(target, 'for') as Callable).bind(target) as never;
      if (name === 'each') {
        const each = eachWithFixtures(call as never, forCases);
        return (...cases: unknown[]) =>
          definingCases(target, { define: each(...cases) as Callable, contextIndex: -1 }, known);
      }
      if (name === 'for') {
        return (...cases: unknown[]) =>
          definingCases(target, { define: call(...cases) as Callable, contextIndex: 1 }, known);
      }
      return value;
    },
  });
