import { checkEvidence, type JsonValue } from '@holdfast/journal';
import type { EvidenceSink } from './open-evidence.js';

/**
 * Records a fact for the test that runs: pool statistics, what a wait was waiting for, a budget. Should the test
 * fail, the report shows it beside the failure. Costs one line in the run's journal; does nothing where no reporter
 * of Holdfast's listens.
 *
 * @param name dotted name of the fact: `pool.checkout`
 * @param data plain data; what is not plain is printed, what is large is cut
 * @throws TypeError where the name is no dotted name or the data no plain object
 */
export const evidence = (name: string, data: { readonly [key: string]: JsonValue }): void => {
  checkEvidence(name, data);
  const sink = (globalThis as Record<symbol, EvidenceSink | undefined>)[Symbol.for('holdfast.jest.evidence')];
  sink?.(name, data);
};
