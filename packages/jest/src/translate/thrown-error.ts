import { type ErrorSnapshot, snapshotError } from '@holdfast/journal';
import { splitStack } from './split-stack.js';
import { timeoutOf } from './timeout.js';

/** How Jest words a thrown value that is no error: `thrown: "text"`, `thrown: Object {...}`. */
const THROWN = /^thrown: ([\s\S]*)$/;

const unquoted = (printed: string): string => {
  const isText = printed.length > 1 && printed.startsWith('"') && printed.endsWith('"');
  return isText ? printed.slice(1, -1) : printed;
};

const membersOf = (detail: unknown): Readonly<Record<string, unknown>> =>
  typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>) : {};

/**
 * The error of a test or of a file, from the stack that Jest printed and from what came through of the thrown
 * value itself. The stack is trusted for class and message, which the value loses on its way out of a worker.
 */
export const thrownError = (stack: string, detail?: unknown): ErrorSnapshot => {
  const parts = splitStack(stack);
  const thrown =
    parts.name === undefined || parts.name === 'Error' ? THROWN.exec(parts.message)?.[1] : undefined;
  if (thrown !== undefined) {
    const message = unquoted(thrown);
    const frames = parts.stack === undefined ? {} : { stack: parts.stack };
    // A limit that was exceeded is Jest's own message, not a value that the test threw.
    return timeoutOf(message) === undefined
      ? { message, thrownValue: true, ...frames }
      : { message, ...frames };
  }
  const { name: ownName, ...members } = membersOf(detail);
  const name = typeof ownName === 'string' && ownName !== '' ? ownName : parts.name;
  const isPrefixed = parts.name === undefined && name !== undefined && parts.message.startsWith(`${name}: `);
  return snapshotError({
    ...members,
    ...(name === undefined ? {} : { name }),
    ...(parts.code === undefined ? {} : { code: parts.code }),
    message: isPrefixed ? parts.message.slice(name.length + 2) : parts.message,
    // An error without frames still needs a mark by which it is known as one.
    stack: parts.stack ?? `${name ?? 'Error'}: ${parts.message}`,
  });
};
