import {
  OUTSIDE_LIMIT_MS,
  type OwnLimit,
  runWithin,
  type SerialTurn,
  turnLimitMs,
  usedNames,
} from '@holdfast/fixtures/adapter';
import { definedTasks } from './current-suite.js';
import type { Task } from './current-test.js';
import { limitMaking } from './limited-making.js';
import { planOf, setPlan } from './plan.js';
import { timeoutError } from './timeout-error.js';

type Body = (...values: never[]) => unknown;

/** The fixture that is a test's limit, running; no test asks for it by itself. */
export const LIMIT = 'holdfastLimit';

/** The longest that a timer takes; with more Vitest's would fire at once. */
export const LONGEST_MS = 2 ** 31 - 1;

/** Names that a body asks for besides those in its source. */
export const ADDED_NAMES: unique symbol = Symbol.for('holdfast.vitest.added-names');

interface Context {
  readonly task: Task;
  readonly scope: Parameters<typeof runWithin>[0];
  readonly [LIMIT]: OwnLimit | undefined;
  signal: AbortSignal;
}

const isContext = (value: unknown): value is Context =>
  typeof (value as { task?: unknown } | undefined)?.task === 'object';

const withSignal = async (context: Context, abort: AbortController, run: () => unknown): Promise<unknown> => {
  const { signal } = context;
  context.signal = AbortSignal.any([signal, abort.signal]);
  try {
    return await run();
  } finally {
    context.signal = signal;
  }
};

/** The body of a test whose limit Holdfast keeps. */
export const limitedBody = (body: Body, place: Error, contextIndex: number): Body => {
  const limited = function (this: unknown, ...values: never[]): unknown {
    const context: unknown = values.find(isContext);
    const run = (): unknown => body.apply(this, values);
    if (!isContext(context) || planOf(context.task) === undefined) return run();
    limitMaking(context.task, undefined);
    const abort = new AbortController();
    const timedOut = (limitMs: number): Error => {
      const error = timeoutError('test', limitMs, place);
      abort.abort(error);
      return error;
    };
    const { scope, [LIMIT]: limit } = context;
    return withSignal(context, abort, () => runWithin(scope, limit, { isStrict: true, timedOut }, run));
  };
  // Vitest reads off the source which fixtures a body asks for. Of a body behind the members of a case it is read by
  // whoever knows their number.
  const before = Array.from({ length: Math.max(0, contextIndex) }, (_, index) => `value${index}, `).join('');
  limited.toString = () => {
    const names = contextIndex < 0 ? undefined : usedNames(body, contextIndex);
    return names === undefined
      ? body.toString()
      : `(${before}{ ${[...names, 'scope', LIMIT].join(', ')} }) => {}`;
  };
  return Object.defineProperties(limited, {
    length: { value: body.length },
    [ADDED_NAMES]: { value: ['scope', LIMIT] },
  });
};

/**
 * Defines tests with more than their limit, which Holdfast keeps itself: Vitest gives a test that runs no more time. What
 * their limit is only Vitest knows, who has it from test, group, tag or configuration; so it is asked by defining them
 * twice, and the first ones are taken back.
 */
export const defineWithNet = (
  define: (timeoutMs: number | undefined) => unknown,
  turn: SerialTurn | undefined,
  place: Error,
): unknown => {
  const tasks = definedTasks();
  if (tasks === undefined) return define(undefined);
  const before = tasks.length;
  define(undefined);
  const own = tasks.splice(before)[0]?.timeout;
  if (own === undefined) return define(undefined);
  const hasLimit = own > 0 && own !== Number.POSITIVE_INFINITY;
  const netMs = OUTSIDE_LIMIT_MS + (turn === undefined ? 0 : turnLimitMs(turn));
  const defined = define(hasLimit ? Math.min(own + netMs, LONGEST_MS) : undefined);
  for (const task of tasks.slice(before)) {
    // Reports show the test's own limit; Vitest has built its timer by now.
    task.timeout = own;
    setPlan(task, { limitMs: own, turn, place });
  }
  return defined;
};
