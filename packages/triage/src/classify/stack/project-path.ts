import type { Facts } from '../facts.js';
import { isSameFile } from './frame-owner.js';

/** As many last members of a path as tell a reader which file is meant. */
const TELLING = 3;

const flat = (path: string): string => path.replace(/\\/g, '/');

/**
 * A frame's path as the user names it: from the project's root, where the stack also shows the test file and so gives
 * the root away; else its last three members.
 */
export const projectPath = (path: string, { failure, frames }: Pick<Facts, 'failure' | 'frames'>): string => {
  const { file } = failure;
  const own =
    file === undefined ? undefined : frames.find((frame) => isSameFile(frame.file ?? '', file))?.file;
  const root = own === undefined || file === undefined ? '' : flat(own).slice(0, -file.length);
  const shown = flat(path);
  if (root.length > 1 && shown.startsWith(root)) return shown.slice(root.length);
  const members = shown.split('/');
  return members.length > TELLING ? `…/${members.slice(-TELLING).join('/')}` : shown;
};
