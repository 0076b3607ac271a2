import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/root.mjs';
import { loadSource } from './load-source.mjs';
import { page, table } from './markdown.mjs';
import { readInterfaces } from './read-interfaces.mjs';

const policyFile = 'packages/adaptive/src/settings/policy.ts';

const printed = (value) => (value === undefined ? '' : `\`${JSON.stringify(value).replaceAll('"', "'")}\``);

/** The variables and what each stands for, out of the code that reads them. */
const variableRows = (variables) =>
  Object.entries(variables).map(([setting, [name, ...aliases]]) => [
    `\`${name}\``,
    aliases.map((alias) => `\`${alias}\``).join(', '),
    setting === 'chaosSeconds'
      ? '`limits.chaos`, in seconds, even where a test names a limit of its own'
      : `\`${setting}\``,
  ]);

/** The reference of the settings: their fields with defaults and what they accept, environments, variables, layers. */
export const settingsPage = async () => {
  const { DEFAULT_POLICY, DEFAULT_ENVIRONMENTS } = await loadSource(
    'packages/adaptive/src/settings/default-settings.ts',
  );
  const { ACCEPTED } = await loadSource('packages/adaptive/src/settings/accepted.ts');
  const { VARIABLES } = await loadSource('packages/adaptive/src/settings/variable-names.ts');
  const types = readInterfaces(policyFile, readFileSync(join(root, policyFile), 'utf8'));
  const { members } = types.find(({ name }) => name === 'Policy');
  const accepted = { ...ACCEPTED, limits: `by kind: ${ACCEPTED.limit}`, passRate: `each: ${ACCEPTED.rate}` };
  const fields = members.map(({ name, about }) => {
    if (accepted[name] === undefined) throw new Error(`${policyFile}: nothing says what ${name} accepts`);
    return [`\`${name}\``, about, accepted[name], printed(DEFAULT_POLICY[name])];
  });
  const environments = Object.entries(DEFAULT_ENVIRONMENTS).map(([name, policy]) => [
    `\`${name}\``,
    Object.keys(policy).length === 0
      ? 'nothing else'
      : Object.entries(policy)
          .map(([field, value]) => `${field} ${printed(value)}`)
          .join(', '),
  ]);
  return page('Settings', [
    'One optional file, `holdfast.config.{ts,mts,js,mjs,cjs,json,yaml}`, in the folder of the project or the nearest one above it, up to the one that holds the version control. Read once a run, before the workers start; `defineConfig`, of `@holdfast/jest/config` and `@holdfast/vitest/plugin`, gives it its types.',
    'Layers, each on top of the one before: defaults; the default policy of the environment; what stands at the top of the file; what it says under `environments` for this one; under `tiers` for this machine; options of the reporter or plugin; environment variables.',
    "A mistake ends no run. It is one line in the summary and in the reports' `gaps`, with the file, the key, the value, what is accepted and the nearest known key. What the mistaken file (or options, or variables) say about limits does not count for this run; everything else does.",
    '## Fields',
    'At the top of the file, in an environment, in a tier, and among the options of the reporter.',
    table(['Field', 'Meaning', 'Accepts', 'Default'], fields),
    '## Environments',
    `\`environment\` names one (${ACCEPTED.environment}); else it is \`ci\` where a CI service runs the tests, and \`local\`. \`environments\` holds policies by name, \`tiers\` by \`low\`, \`medium\` and \`high\`. A name of your own needs no policy where the file has no environments.`,
    table(['Environment', 'Beside the defaults'], environments),
    '## Options of the reporter in the file',
    'The [options](options.md) of the reporter may stand in the file, too: areas, rules, masks, folders. Those in the configuration of the runner count for more, except that masks add up. Paths are from the project’s root.',
    '## Variables',
    table(['Variable', 'Alias', 'Sets'], variableRows(VARIABLES)),
  ]);
};
