import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleProject } from '../../scripts/pack/sample-project.mjs';
import { publicPackages } from '../../scripts/workspace/packages.mjs';

const manifest = publicPackages().find(({ name }) => name === 'holdfast')?.manifest;

describe('the program, as it is installed', () => {
  let directory = '';
  beforeAll(() => {
    directory = sampleProject('program', {
      'green.tap': 'TAP version 13\nok 1 - a\n1..1\n',
      'red.tap': 'TAP version 13\nnot ok 1 - a\n1..1\n',
    });
  });
  const holdfast = (...args: string[]) =>
    spawnSync(join(directory, 'node_modules/.bin/holdfast'), args, { cwd: directory, encoding: 'utf8' });

  it('starts, and knows its version', () => {
    expect(holdfast('--version')).toMatchObject({ status: 0, stdout: `${manifest?.version}\n`, stderr: '' });
  });

  it('reads a log', () => {
    const { status, stdout, stderr } = holdfast('triage', 'green.tap');
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: 'Holdfast  1 test passed\n',
      stderr: '',
    });
  });

  it('stays quiet when nobody reads on', () => {
    const { status, stderr } = spawnSync(`node_modules/.bin/holdfast completion zsh | head -n 1`, {
      cwd: directory,
      encoding: 'utf8',
      shell: true,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('stays red when nobody reads on', () => {
    const codeOf = (line: string) =>
      spawnSync(`{ node_modules/.bin/holdfast ${line}; echo $? >&3; } 3>&2 | true`, {
        cwd: directory,
        encoding: 'utf8',
        shell: true,
      }).stderr;
    expect(codeOf('triage red.tap')).toBe('1\n');
    expect(codeOf('triage no.xml 2>&1')).toBe('2\n');
  });

  it('loads for its help nothing that a command needs', () => {
    const dist = join(directory, 'node_modules/holdfast/dist');
    const program = readFileSync(join(dist, 'holdfast.mjs'), 'utf8');
    const loaded = [...program.matchAll(/^import[^'"]*['"]([^'"]+)['"]/gm)].map(
      ([, specifier]) => specifier ?? '',
    );
    const heavy = loaded.filter(
      (specifier) => specifier.startsWith('@holdfast/') && specifier !== '@holdfast/triage/terminal',
    );
    expect(heavy).toEqual([]);
    expect(readdirSync(dist)).toContain('holdfast.mjs');
  });
});
