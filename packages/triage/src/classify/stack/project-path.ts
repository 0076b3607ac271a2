import { cleanPath } from './parse-frame.js';

/** As many last members of a path as tell a reader which file is meant. */
const TELLING = 3;

/** A frame's path as the user names it: from the project's root where that is known, else its last three members. */
export const projectPath = (path: string, root: string | undefined): string => {
  const shown = cleanPath(path);
  if (root !== undefined && root.length > 1 && shown.startsWith(root)) return shown.slice(root.length);
  const members = shown.split('/');
  return members.length > TELLING ? `…/${members.slice(-TELLING).join('/')}` : shown;
};
