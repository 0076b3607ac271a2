import { afterEach, expect, test, vi } from 'vitest';
import { HOLDFAST_REPORTER } from '../../src/run/reporter-mark.js';
import { withReporter } from '../../src/run/root-reporters.js';

const reporter = { [HOLDFAST_REPORTER]: true };

afterEach(() => vi.unstubAllEnvs());

test('goes before the reporters of a root with projects', async () => {
  const config = { projects: ['packages/*'], reporters: ['dot'] };
  await withReporter(config, reporter);
  expect(config.reporters).toEqual([reporter, 'dot']);
});

test('keeps the defaults of a root that names none', async () => {
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  const config: { projects: string[]; reporters?: unknown } = { projects: ['packages/*'] };
  await withReporter(config, reporter);
  expect(config.reporters).toEqual([reporter, 'default', 'github-actions']);
});

test('leaves a configuration without projects, and one that has it, alone', async () => {
  const plain: { reporters?: unknown } = {};
  await withReporter(plain, reporter);
  expect(plain).toEqual({});
  const listed = { projects: [], reporters: [['@holdfast/vitest/reporter', {}]] };
  await withReporter(listed, reporter);
  expect(listed.reporters).toHaveLength(1);
});
