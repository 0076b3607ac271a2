import type { Rule } from '../rule.js';

const LOW_MEMORY_BYTES = 256 * 1024 * 1024;
/** A worker that holds this much may itself be what filled the memory: a leak of the product, say. */
const LARGE_WORKER_BYTES = 1024 * 1024 * 1024;

/** A worker ended in the middle of its tests. */
export const deadWorker: Rule = {
  id: 'dead-worker',
  judge: ({ failure, phase, machine }) => {
    if (failure.kind !== 'worker' && phase !== 'worker') return undefined;
    if (machine?.freeMemoryBytes !== undefined && machine.freeMemoryBytes < LOW_MEMORY_BYTES) {
      return {
        category: 'ENVIRONMENT',
        cause: 'out-of-memory',
        weight: 0.8,
        sentence: `The worker died when the machine had ${Math.round(machine.freeMemoryBytes / 1024 / 1024)} MB of memory left.`,
        runtime: (machine.residentBytes ?? 0) < LARGE_WORKER_BYTES,
      };
    }
    return {
      category: 'ENVIRONMENT',
      cause: 'worker-crash',
      weight: 0.6,
      sentence: 'The worker ended before its tests did.',
    };
  },
};
