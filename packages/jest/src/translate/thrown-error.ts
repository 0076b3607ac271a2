import { type ErrorSnapshot, snapshotError } from '@holdfast/journal';
import { type ChainLink, splitChain } from './split-chain.js';
import { splitStack } from './split-stack.js';
import { timeoutOf } from './timeout.js';

/** How Jest words a thrown value that is no error: `thrown: "text"`, `thrown: Object {...}`. */
const THROWN = /^thrown: ([\s\S]*)$/;

type Members = Readonly<Record<string, unknown>>;

const unquoted = (printed: string): string => {
  const isText = printed.length > 1 && printed.startsWith('"') && printed.endsWith('"');
  return isText ? printed.slice(1, -1) : printed;
};

const membersOf = (detail: unknown): Members =>
  typeof detail === 'object' && detail !== null ? (detail as Members) : {};

const thrownValue = (printed: string, stack: string | undefined): ErrorSnapshot => {
  const message = unquoted(printed);
  const frames = stack === undefined ? {} : { stack };
  // A limit that was exceeded is Jest's own message, not a value that the test threw.
  return timeoutOf(message) === undefined
    ? { message, thrownValue: true, ...frames }
    : { name: 'Error', message, ...frames };
};

/** An object that `snapshotError` takes for the error that the texts tell of. */
const rebuilt = (text: string, { name: ownName, ...members }: Members): Record<string, unknown> => {
  const parts = splitStack(text);
  const name = typeof ownName === 'string' && ownName !== '' ? ownName : parts.name;
  const isPrefixed = parts.name === undefined && name !== undefined && parts.message.startsWith(`${name}: `);
  return {
    ...members,
    ...(name === undefined ? {} : { name }),
    ...(parts.code === undefined ? {} : { code: parts.code }),
    message: isPrefixed ? parts.message.slice(name.length + 2) : parts.message,
    // An error without frames still needs a mark by which it is known as one.
    stack: parts.stack ?? `${name ?? 'Error'}: ${parts.message}`,
  };
};

/** Hangs causes and parts on the error before them. */
const linked = (error: Record<string, unknown>, links: readonly ChainLink[]): Record<string, unknown> => {
  let owner = error;
  for (const { as, text } of links) {
    const part = rebuilt(text, {});
    if (as === 'cause') {
      owner.cause = part;
      owner = part;
    } else {
      error.errors = [...((error.errors as unknown[] | undefined) ?? []), part];
    }
  }
  return error;
};

/**
 * The error of a test or of a file, from the stack that Jest printed and from what came through of the thrown
 * value itself. The stack is trusted for class and message, which the value loses on its way out of a worker.
 */
export const thrownError = (stack: string, detail?: unknown): ErrorSnapshot => {
  const [first, ...links] = splitChain(stack);
  const text = first?.text ?? '';
  const parts = splitStack(text);
  const isBare = parts.name === undefined || parts.name === 'Error';
  const thrown = isBare ? THROWN.exec(parts.message)?.[1] : undefined;
  // Jest 30 hangs the place of the definition on its own error as a cause.
  if (thrown !== undefined) return thrownValue(thrown, splitStack(links[0]?.text ?? text).stack);
  const { cause: _cause, errors: _errors, ...members } = membersOf(detail);
  return snapshotError(linked(rebuilt(text, members), links));
};
