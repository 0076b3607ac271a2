/** Members that Vitest adds to an error, and methods that it turned into labels. */
const ADDED = new Set([
  'stacks',
  'diff',
  'showDiff',
  'ok',
  'constructor',
  'toString',
  'runnerError',
  'type',
  'toJSON',
]);

const CLASS_LABEL = /^Function<(.+)>$/;
const CAUSE_PREFIX = /^(?:Caused by: )+/;

const nameOf = (error: Readonly<Record<string, unknown>>): string | undefined => {
  if (typeof error.name !== 'string' || error.name === '') return undefined;
  // Vitest's own printer writes this into the name of each cause.
  const name = error.name.replace(CAUSE_PREFIX, '');
  if (name !== 'Error') return name;
  return (typeof error.constructor === 'string' && CLASS_LABEL.exec(error.constructor)?.[1]) || name;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const keysOf = (value: object): string[] => [
  // Where Vitest made no plain copy, these are hidden members of a real error.
  ...['message', 'stack', 'cause', 'errors'].filter((key) => key in value),
  ...Object.keys(value).filter((key) => !['name', 'message', 'stack', 'cause', 'errors'].includes(key)),
];

const DEEPEST = 12;

const restore = (value: unknown, depth: number): unknown => {
  if (!isObject(value) || depth > DEEPEST) return value;
  const name = nameOf(value);
  const keys = keysOf(value).filter(
    (key) => !ADDED.has(key) && !key.startsWith('VITEST_') && !key.startsWith('__vitest'),
  );
  const isError = name !== undefined || typeof value.stack === 'string';
  if (!isError && keys.length === 1 && keys[0] === 'message') return value.message;
  const members: Record<string, unknown> = name === undefined ? {} : { name };
  for (const key of keys) {
    if (key === 'cause') members.cause = restore(value.cause, depth + 1);
    else if (key === 'errors' && Array.isArray(value.errors)) {
      members.errors = value.errors.map((part) => restore(part, depth + 1));
    } else if (typeof value[key] !== 'function') members[key] = value[key];
  }
  return members;
};

/**
 * What a test threw, from what Vitest made of it: without the members that Vitest adds, under the name of its
 * class, and a thrown text as a text again. Plain data; goes on to `snapshotError`. Never throws.
 */
export const thrownValue = (error: unknown): unknown => {
  try {
    return restore(error, 0);
  } catch {
    return { name: 'Error', message: '[an error that cannot be read]' };
  }
};
