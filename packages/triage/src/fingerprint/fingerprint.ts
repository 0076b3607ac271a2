import { decidingError } from '../classify/deciding-error.js';
import type { Frame } from '../classify/stack/frame.js';
import { parseFrames } from '../classify/stack/parse-frames.js';
import type { Failure } from '../failure.js';
import { hashText } from './hash-text.js';
import { normaliseMessage } from './normalise-message.js';

const isUsers = ({ owner }: Frame): boolean => owner === 'test' || owner === 'product';

const printFrame = (frame: Frame | undefined): string =>
  frame === undefined
    ? ''
    : `${(frame.file ?? '').split('/').slice(-3).join('/')}#${frame.functionName ?? ''}`;

/**
 * A stable key of a failure's shape: 11 characters, from the class of the error, its normalised message
 * and the innermost frame of the user's code by file and function. Line numbers, ids, ports, temporary
 * paths, durations, dates, hashes and the folder of the checkout do not change it.
 */
export const fingerprint = (failure: Failure): string => {
  const error = decidingError(failure);
  if (error === undefined) return hashText(`${failure.kind}|${failure.file ?? ''}`);
  const frames = error.stack === undefined ? [] : parseFrames(error.stack, failure.file);
  const top = frames.find(isUsers);
  return hashText(
    [error.name ?? '', error.code ?? '', normaliseMessage(error.message), printFrame(top)].join('|'),
  );
};
