import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRevision } from '../../src/history/revision.js';

let folder = '';
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
const revision = (directory = folder, environment = {}) => readRevision(directory, environment, readText);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-revision-'));
  git('init', '-b', 'main');
  writeFileSync(join(folder, 'a.txt'), 'a');
  git('add', '.');
  git('commit', '-m', 'one');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the revision under test', () => {
  it('is what git says, from any folder below', () => {
    mkdirSync(join(folder, 'packages/shop'), { recursive: true });
    const commit = git('rev-parse', 'HEAD');
    expect(revision()).toEqual({ commit, branch: 'main' });
    expect(revision(join(folder, 'packages/shop'))).toEqual({ commit, branch: 'main' });
  });

  it('is found in packed references, on branches with slashes, and in work trees', () => {
    git('checkout', '-b', 'topic/deep/one');
    git('pack-refs', '--all');
    const commit = git('rev-parse', 'HEAD');
    expect(revision()).toEqual({ commit, branch: 'topic/deep/one' });
    git('worktree', 'add', '-b', 'other', 'tree');
    expect(revision(join(folder, 'tree'))).toEqual({ commit, branch: 'other' });
  });

  it('has no branch where none is checked out, and no commit before the first', () => {
    const commit = git('rev-parse', 'HEAD');
    git('checkout', '--detach');
    expect(revision()).toEqual({ commit });
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    execFileSync('git', ['init', '-b', 'main', empty], { stdio: 'ignore' });
    expect(revision(empty)).toEqual({ branch: 'main' });
  });

  it('is what the CI service says, where there is one', () => {
    const environment = {
      GITHUB_SHA: 'f'.repeat(40),
      GITHUB_HEAD_REF: 'feature',
      GITHUB_REF_NAME: '7/merge',
    };
    expect(revision(folder, environment)).toEqual({ commit: 'f'.repeat(40), branch: 'feature' });
    expect(revision(folder, { GITHUB_HEAD_REF: '', GITHUB_REF_NAME: 'main' }).branch).toBe('main');
  });

  it('is unknown outside of any repository', () => {
    expect(readRevision('/nowhere/at/all', {}, () => undefined)).toEqual({});
  });
});
