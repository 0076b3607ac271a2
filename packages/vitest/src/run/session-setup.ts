import { POLICY_KEYS } from '@holdfast/adaptive/settings';
import type { RunPreparation, Screen, SessionSetup } from '@holdfast/triage';
import type { Vitest } from 'vitest/node';
import type { ReporterOptions } from '../reporter-options.js';

/** What a session must know of Vitest's configuration. */
export const sessionSetup = (
  vitest: Vitest,
  options: ReporterOptions,
  prepared: RunPreparation | undefined,
  screen: Screen,
): SessionSetup => {
  const { root, shard, sequence } = vitest.config;
  const { shuffle } = sequence as { shuffle?: boolean | { files?: boolean; tests?: boolean } };
  const isShuffled = typeof shuffle === 'object' ? shuffle.files || shuffle.tests : shuffle;
  return {
    rootDir: root,
    runner: { name: 'vitest', version: vitest.version },
    options,
    otherOptions: POLICY_KEYS,
    prepared,
    screen,
    environment: process.env,
    ...(shard ? { shard: `${shard.index}/${shard.count}` } : {}),
    ...(isShuffled ? { seed: sequence.seed } : {}),
  };
};
