import type { OwnLimit } from '@holdfast/fixtures/adapter';
import type { Task } from './current-test.js';
import { planOf } from './plan.js';
import { timeoutError } from './timeout-error.js';

type Make = (context: { readonly task?: Task }, use: unknown, ...rest: unknown[]) => unknown;
type Use = (...values: unknown[]) => unknown;

/** Limits that run while what their tests ask for is made. */
const running = new WeakMap<object, OwnLimit>();

/** From here on the limit of a test holds for the making of its fixtures; undefined where none does any more. */
export const limitMaking = (task: object, limit: OwnLimit | undefined): void => {
  if (limit === undefined) running.delete(task);
  else running.set(task, limit);
};

/** Runs until the limit strikes, or whoever runs has called that it has what was to be made. */
const cutOff = async (task: Task, limit: OwnLimit, run: (made: () => void) => unknown): Promise<unknown> => {
  const ended = new AbortController();
  const made = (): void => ended.abort();
  const strike = async (): Promise<never> => {
    if (!(await limit.struck(ended.signal))) return new Promise(() => {});
    limitMaking(task, undefined);
    throw timeoutError('test', limit.limitMs, planOf(task)?.place);
  };
  try {
    return await Promise.race([(async () => run(made))(), strike()]);
  } finally {
    made();
  }
};

const limitedMake = (make: Make): Make => {
  const limited: Make = function (this: unknown, context, use, ...rest) {
    const { task } = context;
    const limit = task && running.get(task);
    if (limit === undefined) return make.call(this, context, use, ...rest);
    return cutOff(task as Task, limit, (made) => {
      const given: Use = (...values) => {
        made();
        return (use as Use)(...values);
      };
      return make.call(this, context, typeof use === 'function' ? given : use, ...rest);
    });
  };
  // Vitest reads off the source what a fixture needs.
  limited.toString = () => make.toString();
  return Object.defineProperty(limited, 'length', { value: make.length });
};

const limitedDefinition = (definition: unknown): unknown => {
  if (typeof definition === 'function') return limitedMake(definition as Make);
  if (!Array.isArray(definition) || typeof definition[0] !== 'function') return definition;
  return [limitedMake(definition[0] as Make), ...definition.slice(1)];
};

/**
 * A team's fixtures, cut off by the limit of the test that they are made for: of a limit that Holdfast keeps Vitest knows
 * nothing, and one that never gets made would hold the test up until the net behind its limit.
 * @param values as Vitest's `extend` takes them: an object of fixtures, or the name of one and its making
 */
export const limitedMakings = (values: readonly unknown[]): readonly unknown[] => {
  const [first] = values;
  if (typeof first === 'string') return [...values.slice(0, -1), limitedDefinition(values.at(-1))];
  if (typeof first !== 'object' || first === null) return values;
  const limited = Object.entries(first).map(([name, definition]) => [name, limitedDefinition(definition)]);
  return [Object.fromEntries(limited), ...values.slice(1)];
};
