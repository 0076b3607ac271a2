import { relative, sep } from 'node:path';

/**
 * Folder of the project from the root of the repository that a job on GitHub has checked out, which places in annotations
 * begin at; empty for that root itself, elsewhere, and outside of GitHub.
 */
export const workspaceFolder = (
  { GITHUB_WORKSPACE }: Readonly<Record<string, string | undefined>>,
  rootDir: string,
): string => {
  if (GITHUB_WORKSPACE === undefined) return '';
  const folder = relative(GITHUB_WORKSPACE, rootDir).split(sep).join('/');
  return folder.startsWith('..') ? '' : folder;
};
