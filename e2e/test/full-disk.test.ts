import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_MODES, isJest, type Setting } from '../src/matrix.js';
import { type ProjectConfig, writeProject } from '../src/project.js';
import { type RunResult, runProject } from '../src/run-project.js';

/** Mounts are the command's own and end with it; whoever may not mount elsewhere mostly may in such a place. */
const OWN_MOUNTS = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c'];
const FULL_DISK = `
mount -t tmpfs -o size=256k none holdfast-report || exit 125
cp old/* holdfast-report/ || exit 125
dd if=/dev/zero of=holdfast-report/filler bs=4096 2>/dev/null
"$@"
code=$?
cp -R holdfast-report/. kept/
exit $code`;

/** Why no full disk can be had; undefined where it can. */
const whyNoDisk = (directory: string): string | undefined => {
  const [program = '', ...words] = OWN_MOUNTS;
  const { status, error, stderr } = spawnSync(program, [...words, 'mount -t tmpfs none "$0"', directory], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `nothing can be mounted here: ${error?.message ?? stderr.trim()}`;
};

/** No file may grow beyond 32 KiB: the system takes a part of a write, and then none. */
const SMALL_FILES = ['sh', '-c', 'ulimit -f 64 && exec "$@"', 'sh'];

const before = `test('differs', () => { expect('old').toBe('new'); });\n`;
const after = `test('passes', () => {});
for (let i = 0; i < 60; i += 1) test('differs ' + i, () => { expect('x'.repeat(300) + i).toBe(2); });\n`;

/** What a run prints, without its times and what Holdfast adds. */
const printed = ({ stdout, stderr, directory }: RunResult): readonly string[] =>
  [stdout, stderr].map((text) =>
    text
      .replaceAll(directory, '')
      .replace(/^Holdfast {2}[\s\S]*?\((?:ENOSPC|EFBIG)\)$/m, '')
      .replace(/Start at .*|(?:Duration|Time:) .*| *\(?\b[\d.]+ ?m?s\b\)?/g, '')
      .replace(/\n\s*\n/g, '\n')
      .trim(),
  );

const warnings = ({ stdout, stderr }: RunResult): readonly string[] =>
  ((stdout + stderr).match(/^! .*(?:\n {2}\S.*)*$/gm) ?? []).map((one) => one.replace(/\s+/g, ' '));

const textsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));

interface Runs {
  readonly watched: RunResult;
  readonly alone: RunResult;
  /** The reports of an earlier run. */
  readonly old: Readonly<Record<string, string>>;
}

/** Runs a project where nothing can be written over the reports of an earlier run, and where all can, without Holdfast. */
const runBoth = async (
  setting: Setting,
  within: readonly string[],
  config: ProjectConfig = {},
): Promise<Runs> => {
  const project = writeProject(setting, { 'red.test.js': before }, config);
  const { directory } = project;
  expect((await runProject(project)).report?.totals).toMatchObject({ tests: 1, failed: 1 });
  cpSync(join(directory, 'holdfast-report'), join(directory, 'old'), { recursive: true });
  mkdirSync(join(directory, 'kept'));
  writeFileSync(join(directory, 'red.test.js'), after);
  const alone = writeProject(setting, { 'red.test.js': after }, { ...config, withoutHoldfast: true });
  return {
    watched: await runProject(project, { within }),
    alone: await runProject(alone),
    old: textsIn(join(directory, 'old')),
  };
};

const told = (code: string) =>
  expect.stringMatching(`^! report\\.txt, .*report\\.json could not be written to .* \\(${code}\\)$`);

describe.each(DEFAULT_MODES)('reports of $runner', (setting) => {
  test('on a full disk change nothing of the run, and leave the old ones whole', async ({ skip }) => {
    const probe = writeProject(setting, {});
    const why = whyNoDisk(probe.directory);
    skip(why !== undefined, why);
    const { watched, alone, old } = await runBoth(setting, [...OWN_MOUNTS, FULL_DISK, 'sh']);
    expect([watched.exitCode, alone.exitCode], watched.stdout + watched.stderr).toEqual([1, 1]);
    expect(printed(watched)).toEqual(printed(alone));
    expect(watched.runnerJson?.numFailedTests).toBe(60);
    expect(warnings(watched)).toEqual([told('ENOSPC')]);
    const { filler, ...kept } = textsIn(join(watched.directory, 'kept'));
    expect(filler?.length).toBeGreaterThan(30_000);
    expect(kept).toEqual(old);
  });

  // Jest's own listeners of signals end it when the system refuses a write for its size.
  test.skipIf(isJest(setting))(
    'that may not grow so large change nothing of the run, and leave the old ones whole',
    async () => {
      const { watched, alone, old } = await runBoth(setting, SMALL_FILES, { withoutJson: true });
      expect([watched.exitCode, alone.exitCode], watched.stdout + watched.stderr).toEqual([1, 1]);
      expect(printed(watched)).toEqual(printed(alone));
      expect(warnings(watched)).toEqual([told('EFBIG')]);
      expect(textsIn(join(watched.directory, 'holdfast-report'))).toEqual(old);
    },
  );
});
