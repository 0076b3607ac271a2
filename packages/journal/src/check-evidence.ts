import { tagOf } from './intrinsics.js';

const NAME = /^[A-Za-z][\w-]*(?:\.[\w-]+)*$/;

/**
 * Refuses what cannot be told as evidence.
 * @throws TypeError where the name is no dotted name or the data no plain object
 */
export const checkEvidence = (name: unknown, data: unknown): void => {
  if (typeof name !== 'string' || !NAME.test(name)) {
    throw new TypeError(
      `evidence: the name must be a dotted name such as 'pool.checkout', got ${String(name)}`,
    );
  }
  if (tagOf(data) !== '[object Object]') {
    throw new TypeError(`evidence: the data of '${name}' must be a plain object, got ${String(data)}`);
  }
};
