import { usedNames } from '@holdfast/fixtures/adapter';
import { ADDED_NAMES } from './keep-limit.js';

type Body = ((...values: unknown[]) => unknown) & { readonly [ADDED_NAMES]?: readonly string[] };
type Cases = readonly unknown[];
type DefineCases = (name: string, second: unknown, third?: unknown) => unknown;

const valuesOf = (item: unknown, isSpread: boolean): readonly unknown[] =>
  isSpread && Array.isArray(item) ? item : [item];

/** A body for Vitest's `for`, which has the case and the context, from one for `each`, which has the case's members. */
const forBody = (body: Body, names: readonly string[], isSpread: boolean): Body => {
  const run: Body = (item, context) => body(...valuesOf(item, isSpread), context);
  // Vitest reads off the source which fixtures a body asks for.
  run.toString = () => `(item, { ${names.join(', ')} }) => {}`;
  return run;
};

/**
 * Vitest's `each` has no fixtures, its `for` has: where the body asks for some after the members of the case, the one
 * is made out of the other.
 */
export const eachWithFixtures =
  (each: (...cases: Cases) => DefineCases, forCases: (...cases: Cases) => DefineCases) =>
  (...cases: Cases): DefineCases =>
  (name, second, third) => {
    const body = (typeof second === 'function' ? second : third) as Body;
    const [list] = cases;
    const isSpread = Array.isArray(list) && !('raw' in list);
    const count = isSpread ? valuesOf(list[0], true).length : 1;
    const used = typeof body === 'function' ? usedNames(body, count) : undefined;
    const names = used && [...used, ...(body[ADDED_NAMES] ?? [])];
    if (names === undefined || names.length === 0) return each(...cases)(name, second, third);
    const asked = forBody(body, names, isSpread);
    const define = forCases(...cases);
    return body === second ? define(name, asked, third) : define(name, second, asked);
  };
