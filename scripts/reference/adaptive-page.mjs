import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/root.mjs';
import { loadSource } from './load-source.mjs';
import { code, table } from './markdown.mjs';
import { readInterfaces } from './read-interfaces.mjs';
import { typesPage } from './types-page.mjs';

const adaptive = (file) => `packages/adaptive/src/${file}`;
const policyFile = adaptive('settings/policy.ts');

const printed = (value) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** Settings and what holds where nothing is said, read off the defaults themselves. */
const policyTable = async () => {
  const { DEFAULT_POLICY } = await loadSource(adaptive('settings/default-settings.ts'));
  const types = readInterfaces(policyFile, readFileSync(join(root, policyFile), 'utf8'));
  const { members } = types.find(({ name }) => name === 'Policy');
  const missing = members.filter(({ name }) => !(name in DEFAULT_POLICY)).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`${policyFile}: no default for ${missing.join(', ')}`);
  const rows = members.map(({ name, type, about }) => [
    code(name),
    code(type),
    code(printed(DEFAULT_POLICY[name])),
    about,
  ]);
  return ['## Settings of a policy', table(['Member', 'Type', 'Default', 'Meaning'], rows)].join('\n\n');
};

/** The page about the options of the adaptive helpers. */
export const adaptivePage = async () => {
  const page = typesPage(
    'Adaptive helpers',
    'Options and results of what `@holdfast/jest` and `@holdfast/vitest` bring for limits, retry, waiting, load and thresholds. A mistake in an option is a TypeError that names it and what is accepted.',
    [
      [adaptive('budget/budget.ts'), ['TimeBudgetOptions', 'AmountBudgetOptions']],
      [adaptive('retry/retry-options.ts'), ['RetryOptions']],
      [adaptive('retry/run-attempt.ts'), ['AttemptContext']],
      [adaptive('retry/test-retry.ts'), ['TestRetry', 'TestRetryOptions']],
      [adaptive('assert/eventually.ts'), ['EventuallyOptions']],
      [adaptive('assert/settled.ts'), ['SettledOptions']],
      [adaptive('wait/sighting.ts'), ['Sighting']],
      [adaptive('load/concurrently.ts'), ['LoadOptions', 'OperationContext']],
      [adaptive('load/load-result.ts'), ['LoadResult', 'ErrorGroup', 'Durations', 'Overlap']],
      [adaptive('monitor/monitor.ts'), ['MonitorOptions', 'Monitor']],
      [adaptive('monitor/resource-report.ts'), ['ResourceReport']],
      [adaptive('matchers/matchers.ts'), ['HoldfastMatchers']],
      [adaptive('matchers/rates.ts'), ['RateOptions']],
      [adaptive('rate/threshold.ts'), ['RateThreshold']],
      [adaptive('matchers/overlap.ts'), ['OverlapOptions', 'ContentionOptions']],
      [adaptive('matchers/stay-within.ts'), ['ResourceLimits']],
      [adaptive('rate/until-sure.ts'), ['UntilSureOptions', 'SureResult']],
      [adaptive('settings/settings.ts'), ['Settings']],
    ],
  );
  return `${page.trimEnd()}\n\n${await policyTable()}\n`;
};
