import type { EvidenceName, KnownEvidence } from '@holdfast/journal/sandbox';

/**
 * What an adapter offers to the helpers of one test file: a way to say what happened. Without an adapter
 * everything works, and nothing is recorded.
 *
 * Recorded at once: `wait` (in vain), `wait.late` (true right after the limit), `retry.attempt`, `retry.succeeded`,
 * `time.exceeded`. Kept for a failure: `budget`, `load`, `rate.sampled`, `resources`. `KnownEvidence` has their shapes.
 */
export interface EvidencePort {
  /** Writes a plain-data fact to the journal, near the current test. Must not throw. */
  record(name: string, data: object): void;
  /** Keeps a fact, and writes it only if the current test's attempt fails. @default as `record` */
  recordOnFailure?(name: string, data: object): void;
}

const PORT = Symbol.for('holdfast.adaptive.evidence-port.1');

interface Holder {
  [PORT]?: EvidencePort | undefined;
}

const holder = globalThis as Holder;

/**
 * For adapters: connects this test file's helpers with its recorder. Undefined disconnects.
 * @param sandbox the global object of the realm in which the helpers run. @default this one
 */
export const connectEvidence = (port: EvidencePort | undefined, sandbox: object = holder): void => {
  (sandbox as Holder)[PORT] = port;
};

/** The port as helpers see it: facts of known names and shapes. */
export interface FactPort {
  /** Whether facts are kept until a failure writes them; then one may still change until that moment. */
  readonly keeps: boolean;
  record<Name extends EvidenceName>(name: Name, data: KnownEvidence[Name]): void;
  recordOnFailure<Name extends EvidenceName>(name: Name, data: KnownEvidence[Name]): void;
}

/** The port that is connected; one that does nothing where there is none. */
export const evidencePort = (): FactPort => {
  const port = holder[PORT];
  const record = (name: string, data: object): void => port?.record(name, data);
  return {
    keeps: port?.recordOnFailure !== undefined,
    record,
    recordOnFailure: (name, data) =>
      port?.recordOnFailure === undefined ? record(name, data) : port.recordOnFailure(name, data),
  };
};
