import { execFileSync } from 'node:child_process';

const LONGEST_MS = 5_000;

const git = (cwd: string, args: readonly string[]): string | undefined => {
  try {
    const text = execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: LONGEST_MS,
    });
    return text.trim() || undefined;
  } catch {
    return undefined;
  }
};

/** The commit that a branch, a tag or a part of a commit stands for. Undefined where git does not know. */
export const resolveCommit = (cwd: string, name: string): string | undefined =>
  // A name that began with a dash would be an option.
  name.startsWith('-') ? undefined : git(cwd, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);

/** Who works here, as git knows it. */
export const userName = (cwd: string): string | undefined => git(cwd, ['config', 'user.name']);
