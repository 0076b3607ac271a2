import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handedProfile } from '../../src/machine/handed-profile.js';
import { handedSettings } from '../../src/settings/handed-settings.js';
import { type PrepareRunOptions, prepareRun } from '../../src/settings/source/prepare-run.js';
import { fakeSource } from '../machine/fake-source.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'holdfast-run-'));
  mkdirSync(join(directory, '.git'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const measure = { source: fakeSource({}), cache: { read: () => 0.9, write: () => {} } };
const prepare = (options: Partial<PrepareRunOptions> = {}) =>
  prepareRun({ directory, otherKeys: ['areas', 'masks'], measure, ...options });
const put = (content: object): string => {
  const file = join(directory, 'holdfast.config.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe('a run that is prepared', () => {
  it('needs no settings file', async () => {
    const run = await prepare();
    expect(run).toMatchObject({ file: undefined, others: {}, problems: [], settings: { retryAttempts: 3 } });
    expect(run.machine).toMatchObject({ speed: 0.9, speedSource: 'cached', cores: 4 });
  });

  it('has the file below the options and the variables on top', async () => {
    const file = put({ retryAttempts: 4, poolSize: 4, timeMultiplier: 4, areas: [{ name: 'auth' }] });
    const run = await prepare({
      options: { poolSize: 5, timeMultiplier: 5, outputDir: 'x', retryAttempts: undefined } as never,
      variables: { HOLDFAST_TIME_MULTIPLIER: '6' },
    });
    expect(run.settings).toMatchObject({ retryAttempts: 4, poolSize: 5, timeMultiplier: 6 });
    expect(run).toMatchObject({ file, others: { areas: [{ name: 'auth' }] }, problems: [] });
  });

  it('hands machine and settings to workers by variables', async () => {
    const run = await prepare({ options: { fitLimits: true } });
    expect(handedProfile({ ...run.variables })).toEqual(run.machine);
    expect(handedSettings({ ...run.variables })).toEqual(run.settings);
    expect(run.settings.fitLimits).toBe(true);
  });

  it('tells a mistake in the file in one line, leaves its limits out, and keeps what others read', async () => {
    const file = put({ retryAttemps: 9, masks: ['swordfish'] });
    const run = await prepare({ options: { poolSize: 5 } });
    expect(run.problems).toEqual([
      expect.stringContaining(
        `${file}: there is no setting \`retryAttemps\` (its value is 9). Did you mean \`retryAttempts\`? Accepted here: `,
      ),
    ]);
    expect(run.problems[0]).toMatch(/, areas, masks.*\.$/);
    expect(run.settings).toMatchObject({ retryAttempts: 3, poolSize: 5 });
    expect(run.others).toEqual({ masks: ['swordfish'] });
  });

  it('tells every source’s mistake, and takes the sources that have none', async () => {
    put({ retryAttempts: 4 });
    const run = await prepare({
      options: { poolSize: 0 },
      variables: { HOLDFAST_LOAD_MULTIPLIER: 'much' },
    });
    expect(run.problems).toEqual([
      'options: `poolSize` is 0; accepted is a whole number from 1, or null.',
      "environment variable: `HOLDFAST_LOAD_MULTIPLIER` is 'much'; accepted is a number above 0 and up to 1,000, or 'measured'.",
    ]);
    expect(run.settings).toMatchObject({ retryAttempts: 4, poolSize: null, load: 'measured' });
  });

  it('tells of a variable that nobody reads and that looks like one of its own', async () => {
    const variables = {
      HOLDFAST_TIME_MULTIPLER: '3',
      HOLDFAST_POOL_SIZE: '4',
      HOLDFAST_RUN_DIR: '/tmp/run',
      TIME_MULTIPLIER: '3',
    };
    const { problems, settings } = await prepare({ variables });
    expect(problems).toEqual([
      "environment variable: nobody reads `HOLDFAST_TIME_MULTIPLER` (its value is '3'). Did you mean `HOLDFAST_TIME_MULTIPLIER`?",
    ]);
    expect(settings).toMatchObject({ timeMultiplier: 1, poolSize: 4 });
  });

  it('takes no variable of Holdfast’s own for a mistyped one', async () => {
    const own = [
      'RUN_DIR',
      'SETTINGS',
      'MACHINE',
      'PROJECT',
      'LEASE_DIR',
      'LEASE_LEDGER',
      'LEAKS',
      'REPETITION',
    ];
    const variables = Object.fromEntries(own.map((name) => [`HOLDFAST_${name}`, '{}']));
    expect((await prepare({ variables })).problems).toEqual([]);
  });

  it('goes on without a file that cannot be read, and says so in one line', async () => {
    writeFileSync(join(directory, 'holdfast.config.mjs'), 'throw new Error("first\\nsecond");');
    const { problems, settings } = await prepare();
    expect(problems).toEqual([expect.stringMatching(/the settings could not be read: .*first second$/)]);
    expect(settings.retryAttempts).toBe(3);
  });
});
