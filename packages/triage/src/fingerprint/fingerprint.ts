import { Digest } from '../classify/digest.js';
import type { Frame } from '../classify/stack/frame.js';
import type { StackFrames } from '../classify/stack/stack-frames.js';
import type { Failure } from '../failure.js';
import { hashText } from './hash-text.js';
import { normaliseMessage } from './normalise-message.js';

const isUsers = ({ owner }: Frame): boolean => owner === 'test' || owner === 'product';

/** A frame's path without the folder of the checkout: from the project's root where the test file's frame tells it. */
const pathInProject = (file: string, frames: StackFrames, testFile: string | undefined): string => {
  const own =
    testFile === undefined
      ? undefined
      : frames.find((frame) => frame.file?.endsWith(`/${testFile}`) === true);
  const root = own?.file?.slice(0, -(testFile?.length ?? 0));
  return root !== undefined && file.startsWith(root)
    ? file.slice(root.length)
    : file.split('/').slice(-2).join('/');
};

/**
 * `fingerprint`, for who has read the failure already.
 * @param normalise may remember what it gave
 */
export const fingerprintOf = (
  { failure, error, stack }: Digest,
  normalise: (message: string) => string = normaliseMessage,
): string => {
  if (error === undefined) return hashText(`${failure.kind}|${failure.file ?? ''}`);
  const top = stack.find(isUsers);
  const place =
    top?.file === undefined
      ? ''
      : `${pathInProject(top.file, stack, failure.file)}#${top.functionName ?? ''}`;
  return hashText(`${error.name ?? ''}|${error.code ?? ''}|${normalise(error.message)}|${place}`);
};

/**
 * A stable key of a failure's shape: 11 characters, from the class of the error, its normalised message
 * and the innermost frame of the user's code by file and function. Line numbers, ids, ports, temporary
 * paths, durations, dates, hashes and the folder of the checkout do not change it.
 */
export const fingerprint = (failure: Failure): string => fingerprintOf(new Digest(failure));
