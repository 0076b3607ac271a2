import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { withHoldfast } from '../src/config.js';
import { hostState } from '../src/run/host-state.js';

const source = (name: string): string => join(import.meta.dirname, '..', 'src', `${name}.js`);

afterEach(() => {
  const host = hostState();
  delete host.globalSetup;
  delete host.globalTeardown;
  delete host.teardownModule;
});

test('an empty configuration gets Jest’s own reporter, Holdfast’s, and the setup file', () => {
  const config = withHoldfast({}, { outputDir: 'triage' });
  expect(config.reporters).toEqual(['default', [source('reporter'), { outputDir: 'triage' }]]);
  expect(config.setupFilesAfterEnv).toEqual([source('setup')]);
  expect(config.watchPathIgnorePatterns).toEqual(['[\\\\/]triage[\\\\/]']);
});

test('what the configuration holds stays', () => {
  const config = withHoldfast({
    testTimeout: 7,
    reporters: ['summary', ['jest-junit', { a: 1 }]],
    setupFilesAfterEnv: ['./own.js'],
  });
  expect(config.testTimeout).toBe(7);
  expect(config.reporters?.slice(0, 2)).toEqual(['summary', ['jest-junit', { a: 1 }]]);
  expect(config.setupFilesAfterEnv).toEqual([source('setup'), './own.js']);
});

test('nothing is added twice', () => {
  const once = withHoldfast({
    reporters: ['default', ['@holdfast/jest/reporter', { silent: true }]],
    setupFilesAfterEnv: ['@holdfast/jest/setup'],
  });
  expect(once.reporters).toEqual(['default', ['@holdfast/jest/reporter', { silent: true }]]);
  expect(once.setupFilesAfterEnv).toEqual(['@holdfast/jest/setup']);
});

test('inline projects get the setup file, paths are left alone', () => {
  const config = withHoldfast({
    projects: ['packages/a', { displayName: 'b', setupFilesAfterEnv: ['./b.js'] }],
  });
  expect(config.projects?.[0]).toBe('packages/a');
  expect(config.projects?.[1]).toMatchObject({
    displayName: 'b',
    setupFilesAfterEnv: [source('setup'), './b.js'],
  });
});

test('a function stays a function', async () => {
  const config = withHoldfast(async () => ({ testTimeout: 3 }));
  expect((await config()).testTimeout).toBe(3);
});

test('global modules are replaced and remembered', () => {
  const config = withHoldfast({ globalSetup: './up.js', globalTeardown: './down.js' });
  expect(config.globalSetup).toBe(source('global-setup'));
  expect(config.globalTeardown).toBe(source('global-teardown'));
  expect(hostState()).toMatchObject({ globalSetup: './up.js', globalTeardown: './down.js' });
});

test('global modules of several projects are left alone', () => {
  const projects = [{ globalSetup: './one.js' }, { globalSetup: './two.js' }];
  const config = withHoldfast({ projects });
  expect(config.projects).toMatchObject(projects);
});
