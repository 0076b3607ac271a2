import type { Mask } from '../mask/create-mask.js';
import type { RunSummary } from '../report/report.js';
import type { SessionSetup } from '../session.js';
import type { ResolvedSettings } from '../settings/resolve-options.js';
import { summariseMachine } from '../settings/summarise-machine.js';

// As they are when this module loads: tests that run in the reporter's own process patch the real ones.
const now = Date.now;
const RealDate = Date;

/** A run of which a report is made. */
export interface DescribedRun {
  readonly setup: SessionSetup;
  readonly settings: ResolvedSettings;
  readonly id: string;
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number;
  readonly interrupted: RunSummary['interrupted'];
  readonly mask: Mask;
  /** Path from the project's root, with forward slashes. */
  readonly relative: (path: string) => string;
}

const describeSettings = ({ setup, mask, relative }: DescribedRun): Pick<RunSummary, 'settings'> => {
  if (setup.prepared === undefined) return {};
  const { file, settings } = setup.prepared;
  const { load, timeMultiplier, limits, retryAttempts, passRate, poolSize, fitLimits } = settings;
  return {
    settings: {
      file: file === undefined ? null : mask(relative(file)),
      load,
      timeMultiplier,
      limits,
      retryAttempts,
      passRate,
      poolSize,
      fitLimits,
    },
  };
};

/** What a report says of its run; the run's duration is counted until now. */
export const describeRun = (run: DescribedRun): RunSummary => {
  const { setup, settings, id, startedAt, interrupted, mask } = run;
  const { runner, shard, seed, prepared } = setup;
  return {
    id,
    runner: { name: runner.name, version: runner.version },
    startedAt: new RealDate(startedAt).toISOString(),
    durationMs: Math.max(0, now() - startedAt),
    environment: mask(settings.options.environment),
    ci: settings.ci,
    machine: summariseMachine(prepared?.machine),
    ...describeSettings(run),
    interrupted,
    ...(shard === undefined ? {} : { shard }),
    ...(seed === undefined ? {} : { seed }),
  };
};
