/** Takes a fact for the test that runs. */
export type EvidenceSink = (name: string, data: object) => void;

/** Where the set-up leaves the sink for the package's other entries, which are loaded apart from it. */
export const EVIDENCE_SINK: unique symbol = Symbol.for('holdfast.vitest.evidence') as never;

export type EvidenceSinkHolder = { [EVIDENCE_SINK]?: EvidenceSink };
