import type { ClaimedLease } from './recorder.js';

/** Takes what is about to be made for the test whose code calls; what it gives says that the thing is gone. */
export type LeaseSink = (claim: ClaimedLease) => () => void;

const SINK = Symbol.for('holdfast.leases');

/** Leaves the sink where fixtures find it: on the global object of the test file, because the two are loaded apart. */
export const openLeases = (sandbox: object, sink: LeaseSink): void => {
  const value: LeaseSink = (claim) => {
    try {
      const end = sink(claim);
      return () => {
        try {
          end();
        } catch {}
      };
    } catch {
      return () => {};
    }
  };
  Object.defineProperty(sandbox, SINK, { configurable: true, value });
};

/** The sink of the test file that runs; undefined where nobody listens. */
export const leaseSink = (sandbox: object): LeaseSink | undefined =>
  (sandbox as { [SINK]?: LeaseSink })[SINK];
