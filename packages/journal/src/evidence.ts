import { checkEvidence } from './check-evidence.js';
import type { JsonValue } from './error-snapshot.js';
import { evidenceSink } from './evidence-sink.js';

/**
 * Records a fact for the test that runs: pool statistics, what a wait was waiting for, a budget. Should the test
 * fail, the report shows it beside the failure. Costs one line in the run's journal; does nothing where no reporter
 * of Holdfast's listens. While several tests run at once, Vitest does not tell which of them calls, and the fact goes
 * to their file.
 *
 * @param name dotted name of the fact: `pool.checkout`
 * @param data plain data; what is not plain is printed, what is large is cut
 * @throws TypeError where the name is no dotted name or the data no plain object
 */
export const evidence = (name: string, data: { readonly [key: string]: JsonValue }): void => {
  checkEvidence(name, data);
  evidenceSink(globalThis)?.(name, data);
};
