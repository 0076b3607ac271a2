import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileSystem, fileSystem } from '../../src/session/file-system.js';
import { machineMark } from '../../src/session/machine-mark.js';
import { openRunDirectory } from '../../src/session/run-directory.js';
import { temporaryFolder } from './session.fixture.js';

const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('openRunDirectory', () => {
  it('removes what dead runs left, and nothing else', () => {
    const folder = temporaryFolder();
    const dead = `.run-${deadPid()}-${machineMark()}-x-abc`;
    const alive = `.run-${process.ppid}-${machineMark()}-x-abc`;
    for (const name of [dead, alive, '.run-by-hand', 'mine']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, dead, 'worker-1-0.jsonl'), '');
    openRunDirectory(folder, 'r').remove();
    expect(readdirSync(folder).sort()).toEqual(['.run-by-hand', alive, 'mine'].sort());
  });

  it('takes no run of another machine or container for dead, whose process numbers are not these', () => {
    const folder = temporaryFolder();
    const [live, over] = [`.run-${deadPid()}-elsewher-a-abc`, `.run-${deadPid()}-elsewher-b-abc`];
    for (const name of [live, over]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'worker-1-0.jsonl'), '');
    }
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    // A journal that is written to keeps its directory, however old that is.
    for (const path of [live, over, join(over, 'worker-1-0.jsonl')])
      utimesSync(join(folder, path), longAgo, longAgo);
    openRunDirectory(folder, 'r').remove();
    expect(readdirSync(folder)).toEqual([live]);
  });

  it('knows its own place by more than its process', () => {
    const elsewhere = {
      ...fileSystem,
      readLink: () => 'pid:[1]',
    } as unknown as FileSystem;
    expect(machineMark()).toMatch(/^[a-z0-9]{8}$/);
    expect(machineMark()).toBe(machineMark());
    expect(machineMark(elsewhere)).not.toBe(machineMark());
  });

  it('removes the output folder too where nothing else lies in it', () => {
    const folder = join(temporaryFolder(), 'deep/report');
    const directory = openRunDirectory(folder, 'r');
    writeFileSync(join(directory.path, 'worker-1-0.jsonl'), '');
    directory.remove();
    expect(existsSync(folder)).toBe(false);
  });

  it('falls back to the temporary folder, and says so', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const directory = openRunDirectory(join(folder, 'file/report'), 'r');
    expect(directory.path.startsWith(fileSystem.temporaryFolder)).toBe(true);
    expect(directory.gaps).toHaveLength(1);
    expect(directory.gaps[0]).toContain('ENOTDIR');
    directory.remove();
    expect(existsSync(directory.path)).toBe(false);
  });

  it('goes on without a directory where none can be made at all', () => {
    const broken = {
      ...fileSystem,
      makeTemporaryDirectory: () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    const directory = openRunDirectory(temporaryFolder(), 'r', broken as unknown as FileSystem);
    expect(directory.path).toBe('');
    expect(directory.gaps[0]).toContain('ENOSPC');
    directory.remove();
  });

  it('removes without a word what is gone already', () => {
    const directory = openRunDirectory(temporaryFolder(), 'r');
    rmSync(directory.path, { recursive: true });
    expect(() => directory.remove()).not.toThrow();
  });
});
