import { expect, it } from 'vitest';
import { withoutNpmSettings } from '../workspace/pnpm.mjs';

it("drops npm's own settings and keeps the way to the registry", () => {
  const environment = {
    HOME: 'home',
    npm_config_yes: 'true',
    npm_config_omit_lockfile_registry_resolved: 'true',
    npm_package_name: 'sample',
    npm_lifecycle_event: 'test',
    npm_config_registry: 'mirror',
    'npm_config_@scope:registry': 'mirror',
    NPM_CONFIG_HTTPS_PROXY: 'proxy',
  };
  expect(Object.keys(withoutNpmSettings(environment))).toEqual([
    'HOME',
    'npm_config_registry',
    'npm_config_@scope:registry',
    'NPM_CONFIG_HTTPS_PROXY',
  ]);
});
