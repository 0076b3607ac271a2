import { acceptNumber, acceptOptions, type TestRetry } from '@holdfast/adaptive/sandbox';
import { type FixtureSet, resolveSerial, type Serial, usedNames } from '@holdfast/fixtures/adapter';
import type { CircusBlock, CircusHook } from '../circus/circus-state.js';
import { retryTests } from '../retry/retry-tests.js';
import type { Attempts } from './attempts.js';
import { jestGlobals } from './jest-globals.js';
import { keepLimitOurselves, LONGEST_MS } from './own-limit.js';
import { placeAtCaller } from './place-at-caller.js';
import { type Body, runBody, runHook } from './run-body.js';
import { circusState } from './running-test.js';

interface Options {
  readonly timeout?: number | undefined;
  readonly retry?: TestRetry | undefined;
  readonly serial?: Serial | undefined;
}

/** Which of Jest's functions defines the test. */
interface Mode {
  readonly only?: boolean;
  readonly skip?: boolean;
  readonly fails?: boolean;
  readonly concurrent?: boolean;
  readonly serial?: boolean;
}

type Define = (name: string, run: (...values: unknown[]) => Promise<void>, timeoutMs?: number) => void;

type Native = Define & { readonly [member: string]: Native } & {
  readonly each: (...cases: readonly unknown[]) => Define;
  readonly todo: (name: string) => void;
};

type DefineWith = (
  native: Native,
  run: (values: unknown[]) => Promise<void>,
  timeoutMs: number | undefined,
) => void;

const nativeTest = ({ concurrent, fails, only, skip }: Mode): Native => {
  const words = [concurrent && 'concurrent', fails && 'failing', skip ? 'skip' : only && 'only'];
  let native = jestGlobals().it as unknown as Native;
  let path = 'test';
  for (const word of words) {
    if (!word) continue;
    path += `.${word}`;
    const next = native[word];
    if (next === undefined) throw new TypeError(`This version of Jest has no \`${path}\`.`);
    native = next;
  }
  return native;
};

const readArguments = (second: unknown, third: unknown): { body: Body; options: Options } => {
  const [body, given] = typeof second === 'function' ? [second as Body, third] : [third as Body, second];
  if (typeof body !== 'function')
    throw new TypeError(`The body of a test must be a function; got ${typeof body}.`);
  const options = typeof given === 'number' ? { timeout: given } : ((given ?? {}) as Options);
  acceptOptions('test', options, ['timeout', 'retry', 'serial']);
  const { timeout } = options;
  if (timeout !== undefined)
    acceptNumber('timeout', timeout, { from: 0, to: LONGEST_MS, unit: 'milliseconds' });
  return { body, options };
};

/** The last parameter of a body, which may be a case instead of the context; then nobody asks for fixtures. */
const namesAsked = (body: Body): readonly string[] => {
  try {
    return usedNames(body, -1) ?? [];
  } catch {
    return [];
  }
};

const isTable = (cases: unknown): boolean => Array.isArray(cases) && 'raw' in cases;

/** The `test` function over Jest's own, for one set of a team's fixtures. */
export const createTest = (set: FixtureSet, attempts: Attempts, mode: Mode = {}): object => {
  const define = (caller: Body, second: unknown, third: unknown, defineWith: DefineWith): void => {
    const { body, options } = readArguments(second, third);
    const turn = resolveSerial(options.serial ?? mode.serial);
    const keepsLimit = turn !== undefined || set.asksFor('warmUp', namesAsked(body));
    attempts.keepHooksLast();
    const run = (values: unknown[]): Promise<void> =>
      runBody({ body, set, attempts, keepsLimit, turn }, values);
    const native = nativeTest(mode);
    const defineIt = (): void => {
      const defined = placeAtCaller(caller, () => defineWith(native, run, options.timeout));
      if (keepsLimit) for (const test of defined) keepLimitOurselves(test);
    };
    if (options.retry === undefined || options.retry === false) defineIt();
    else retryTests(defineIt, options.retry);
  };

  const one = (name: string, second: unknown, third: unknown): void =>
    define(one, second, third, (native, run, timeoutMs) => native(name, () => run([]), timeoutMs));

  const each = (...cases: unknown[]): Body => {
    const eachCase = (name: string, second: unknown, third: unknown): void =>
      define(eachCase, second, third, (native, run, timeoutMs) =>
        native.each(...cases)(name, (...values) => run(values), timeoutMs),
      );
    return eachCase;
  };

  const forEachCase = (...cases: unknown[]): Body => {
    // Jest hands a list of lists on member by member.
    const isSpread = !isTable(cases[0]) && (cases[0] as unknown[]).every(Array.isArray);
    const forCase = (name: string, second: unknown, third: unknown): void =>
      define(forCase, second, third, (native, run, timeoutMs) =>
        native.each(...cases)(name, (...values) => run([isSpread ? values : values[0]]), timeoutMs),
      );
    return forCase;
  };

  const withMode = (change: Mode): object => createTest(set, attempts, { ...mode, ...change });
  const hook =
    (name: 'beforeEach' | 'afterEach') =>
    (body: Body, timeoutMs?: number): void => {
      const keepsLimit = set.asksFor('warmUp', namesAsked(body));
      const { currentDescribeBlock: block } = circusState() as { currentDescribeBlock?: CircusBlock };
      let defined: CircusHook | undefined;
      jestGlobals()[name](() => runHook({ body, set, attempts, keepsLimit }, defined), timeoutMs);
      defined = block?.hooks.at(-1);
      if (keepsLimit && defined !== undefined) keepLimitOurselves(defined);
      attempts.keepHooksLast();
    };

  const members: Record<string, () => unknown> = {
    only: () => withMode({ only: true }),
    skip: () => withMode({ skip: true }),
    fails: () => withMode({ fails: true }),
    failing: () => withMode({ fails: true }),
    concurrent: () => withMode({ concurrent: true }),
    sequential: () => withMode({ concurrent: false }),
    serial: () => withMode({ serial: true }),
    todo: () => (name: string) => nativeTest({}).todo(name),
    each: () => each,
    for: () => forEachCase,
    skipIf: () => (condition: unknown) =>
      condition ? withMode({ skip: true }) : createTest(set, attempts, mode),
    runIf: () => (condition: unknown) =>
      condition ? createTest(set, attempts, mode) : withMode({ skip: true }),
    beforeEach: () => hook('beforeEach'),
    afterEach: () => hook('afterEach'),
    beforeAll: () => jestGlobals().beforeAll,
    afterAll: () => jestGlobals().afterAll,
    describe: () => jestGlobals().describe,
    extend: () => (definitions: object) => createTest(set.extend(definitions), attempts, mode),
  };
  for (const [name, get] of Object.entries(members)) {
    Object.defineProperty(one, name, { configurable: true, enumerable: true, get });
  }
  return one;
};
