import { describe, expect, it } from 'vitest';
import type { ReporterOptions } from '../../src/options.js';
import { resolveOptions } from '../../src/settings/resolve-options.js';
import { preparation } from '../preparation.fixture.js';

const resolve = (options: unknown, environment: Record<string, string> = {}) =>
  resolveOptions(options as ReporterOptions | undefined, { rootDir: '/srv/app', environment });

const prepare = (others: object, options: object = {}, environment: Record<string, string> = {}) =>
  resolveOptions(options, {
    rootDir: '/srv/app',
    environment,
    prepared: preparation({ file: '/srv/app/config/holdfast.config.ts', others: { ...others } }),
  });

const messages = (options: unknown) => resolve(options).problems.map(({ message }) => message);

describe('resolveOptions', () => {
  it('fills in every default', () => {
    expect(resolve(undefined)).toEqual({
      options: {
        outputDir: '/srv/app/holdfast-report',
        historyDir: '/srv/app/.holdfast/history',
        formats: ['json', 'text', 'csv', 'markdown', 'html'],
        environment: 'local',
        areas: [],
        rules: [],
        masks: [],
        leaks: 'off',
        allowedLeaks: [],
        maxIncidents: 10,
        silent: false,
        annotations: false,
      },
      problems: [],
      ci: null,
    });
  });

  it('takes the environment that the settings were decided for', () => {
    const variables = { HOLDFAST_ENVIRONMENT: 'variable', CI: 'true' };
    const { options, ci } = prepare({}, { environment: 'option' }, variables);
    expect(options.environment).toBe('night');
    expect(ci).toBe('GitHub Actions');
  });

  it('takes it without settings from HOLDFAST_ENVIRONMENT, else from the option, else from CI', () => {
    const variables = { HOLDFAST_ENVIRONMENT: 'production-validation', CI: 'true' };
    expect(resolve({ environment: 'mine' }, variables).options.environment).toBe('production-validation');
    expect(resolve({ environment: 'mine' }, { CI: 'true' }).options.environment).toBe('mine');
    expect(resolve({}, { CI: 'true' })).toMatchObject({ options: { environment: 'ci' }, ci: 'CI' });
    expect(resolve({}, { CI: 'false' })).toMatchObject({ options: { environment: 'local' }, ci: null });
  });

  it('puts options of the runner’s configuration over those of the settings file, and masks what either masks', () => {
    const { options, problems } = prepare(
      { outputDir: 'of-file', silent: true, masks: ['swordfish'] },
      { outputDir: 'of-runner', masks: ['tuna'] },
    );
    expect(problems).toEqual([]);
    expect(options).toMatchObject({
      outputDir: '/srv/app/of-runner',
      silent: true,
      masks: ['swordfish', 'tuna'],
    });
  });

  it('names the settings file in what is wrong with it', () => {
    expect(prepare({ maxIncidents: 0 }).problems).toEqual([
      {
        key: 'maxIncidents',
        message: 'config/holdfast.config.ts: Option `maxIncidents` is 0; accepted is a whole number from 1',
      },
    ]);
  });

  it('passes over options that are read elsewhere, and knows their names', () => {
    const problemsOf = (options: object) =>
      resolveOptions(options, { rootDir: '/srv/app', environment: {}, otherOptions: ['fitLimits'] }).problems;
    expect(problemsOf({ fitLimits: 'on' })).toEqual([]);
    expect(problemsOf({ fitLimit: true })[0]?.message).toMatch(/did you mean `fitLimits`\?$/);
  });

  it('annotates on GitHub Actions unless told otherwise', () => {
    expect(resolve({}, { GITHUB_ACTIONS: 'true' }).options.annotations).toBe(true);
    expect(resolve({ annotations: false }, { GITHUB_ACTIONS: 'true' }).options.annotations).toBe(false);
  });

  it('names an unknown key, its value and the nearest known key, and goes on without it', () => {
    const { options, problems } = resolve({ ouputDir: 'x', silent: true });
    expect(problems).toEqual([
      { key: 'ouputDir', message: 'Option `ouputDir` ("x") is not known: did you mean `outputDir`?' },
    ]);
    expect(options).toMatchObject({ outputDir: '/srv/app/holdfast-report', silent: true });
  });

  it('lists what is known where nothing is near', () => {
    expect(messages({ zzzzzz: 1 })[0]).toMatch(
      /`zzzzzz` \(1\) is not known: known are outputDir, historyDir, formats/,
    );
  });

  it.each([
    [{ maxIncidents: 0 }, 'Option `maxIncidents` is 0; accepted is a whole number from 1'],
    [{ silent: 'yes' }, 'Option `silent` is "yes"; accepted is true or false'],
    [
      { formats: ['pdf'] },
      "Option `formats` is [\"pdf\"]; accepted is a list of 'json', 'text', 'csv', 'markdown', 'html', 'ctrf', 'junit', 'agent'",
    ],
    [{ outputDir: '' }, 'Option `outputDir` is ""; accepted is a text that is not empty'],
    [{ masks: [1] }, 'Option `masks` is [1]; accepted is a list of texts and regular expressions'],
    [
      { areas: [{ name: 'a', priority: 'urgent' }] },
      "Option `areas[0].priority` is \"urgent\"; accepted is one of 'high', 'medium', 'low'",
    ],
    [
      { areas: [{ paths: ['x/**'] }] },
      'Option `areas[0].name` is missing; accepted is a text that is not empty',
    ],
    [
      { rules: [{ name: 'r', category: 'BUG', mesage: 'x' }] },
      'Option `rules[0].mesage` ("x") is not known: did you mean `message`?',
    ],
    [
      { rules: [{ name: 'r', category: 'BUG', why: 'because' }] },
      'Option `rules[0]` has no condition and never holds; accepted is at least one of message, file, code, when',
    ],
    [
      { rules: [{ name: 'r', category: 'UNKNOWN', cause: 'dns', code: 'X' }] },
      'Option `rules[0].cause` is "dns"; accepted with the category UNKNOWN is one of \'unknown\'',
    ],
    [
      { areas: [{ name: 'auth', priority: 'high' }] },
      'Option `areas[0]` matches no test; accepted is at least one of paths, tags',
    ],
    ['all', 'The options are "all"; accepted is an object'],
  ])('says of %j in one sentence what is wrong', (options, message) => {
    expect(messages(options)).toEqual([message]);
  });

  it('leaves out a rule with a mistake, and keeps its neighbours', () => {
    const good = { name: 'good', message: /x/, category: 'BUG', when: () => true };
    expect(resolve({ rules: [{ name: 'bad', category: 'BAD' }, good] }).options.rules).toEqual([good]);
  });

  it('takes a key with the value undefined for a key that is not there', () => {
    expect(resolve({ environment: undefined, formats: undefined })).toEqual(resolve({}));
  });

  it('survives values that cannot be printed', () => {
    const ring: Record<string, unknown> = {};
    ring.self = ring;
    expect(messages({ silent: ring, maxIncidents: 10n })).toHaveLength(2);
  });
});
