import type { LogSink } from '../log-sink.js';

/** Tells what Jest and Vitest count in their summaries; those that failed have been told one by one. */
export const tellCounts = (sink: LogSink, counts: ReadonlyMap<string, number>, tests: number): void => {
  const amount = (word: string): number => counts.get(word) ?? 0;
  for (const status of ['passed', 'skipped', 'todo'] as const) sink.unnamed(status, amount(status));
  sink.declared({ tests, passed: amount('passed'), failed: amount('failed') });
};
