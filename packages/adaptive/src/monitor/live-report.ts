import type { ResourceReport } from './resource-report.js';

const MEMBERS: readonly (keyof ResourceReport)[] = [
  'samples',
  'cpu',
  'ownCpu',
  'memory',
  'memoryShare',
  'loopLag',
  'openFiles',
  'pressure',
  'overloaded',
  'reasons',
];

/** A report whose members are those of the moment in which somebody reads them, `durationMs` first. */
export const liveReport = (current: () => ResourceReport): ResourceReport => {
  let shown: ResourceReport | undefined;
  const live = {
    get durationMs() {
      shown = current();
      return shown.durationMs;
    },
  };
  for (const name of MEMBERS) {
    Object.defineProperty(live, name, { enumerable: true, get: () => (shown ?? current())[name] });
  }
  return live as ResourceReport;
};
