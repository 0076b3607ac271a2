import { printValue } from '../print.js';
import type { ErrorGroup } from './load-result.js';

/** More kinds of errors than a reader looks at; the rest is one group. */
const MOST_GROUPS = 50;
const OTHERS = 'other errors';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What errors have in common that differ only in figures and names that hold figures. */
const errorLabel = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return `thrown: ${printValue(error)}`;
  const { name, code, message } = error as { name?: unknown; code?: unknown; message?: unknown };
  const shape = (textOf(message) ?? '')
    .split('\n', 1)
    .join('')
    .replace(/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/gi, '#')
    .replace(/\d+/g, '#')
    .slice(0, 120);
  const head = [textOf(name) ?? 'Error', textOf(code)].filter((part) => part !== undefined).join(' ');
  return shape === '' ? head : `${head}: ${shape}`;
};

/** Collects errors by what they have in common; keeps the first of each group only. */
export const errorGroups = (): { add(error: unknown, label?: string): void; list(): ErrorGroup[] } => {
  const groups = new Map<string, { count: number; readonly first: unknown }>();
  return {
    add: (error, label = errorLabel(error)) => {
      const key = groups.has(label) || groups.size < MOST_GROUPS ? label : OTHERS;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { count: 1, first: error });
      else group.count += 1;
    },
    list: () =>
      [...groups]
        .map(([label, { count, first }]) => ({ label, count, first }))
        .sort((left, right) => right.count - left.count),
  };
};
