import { guarded } from './guarded.js';

/** Takes a fact for the test whose code calls. */
export type EvidenceSink = (name: string, data: object) => void;

const SINK = Symbol.for('holdfast.evidence');

/**
 * Leaves the sink where `evidence` finds it: on the global object of the test file, because the two are loaded apart
 * and a test may have reset its modules.
 */
export const openEvidence = (sandbox: object, sink: EvidenceSink): void => {
  Object.defineProperty(sandbox, SINK, { configurable: true, value: guarded(sink) });
};

/** The sink of the test file that runs; undefined where nobody listens. */
export const evidenceSink = (sandbox: object): EvidenceSink | undefined =>
  (sandbox as { [SINK]?: EvidenceSink })[SINK];
