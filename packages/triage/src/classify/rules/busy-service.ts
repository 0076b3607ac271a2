import type { Opinion } from '../rule.js';

/** What a status says of the service that answered with it; undefined where it says nothing of a busy or absent one. */
export const busyService = (
  status: number,
  weights: { asked: number; absent: number },
): Opinion | undefined => {
  if (status === 429) {
    return {
      category: 'ENVIRONMENT',
      cause: 'rate-limit',
      weight: weights.asked,
      sentence: 'The service answered 429: it was asked too often.',
    };
  }
  if (status < 502 || status > 504) return undefined;
  return {
    category: 'ENVIRONMENT',
    cause: 'service-unreachable',
    weight: weights.absent,
    sentence: `The service answered ${status}: it, or the one behind it, is not ready.`,
  };
};
