import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';

/**
 * The file functions as they were when this module loaded. Tests that run in the reporter's own process
 * patch the real `fs`; what is written here must not go through their hands.
 */
export const fileSystem = Object.freeze({
  close: closeSync,
  exists: existsSync,
  makeDirectory: mkdirSync,
  makeTemporaryDirectory: mkdtempSync,
  open: openSync,
  readText: readFileSync,
  list: readdirSync,
  read: readSync,
  readLink: readlinkSync,
  stat: statSync,
  rename: renameSync,
  removeDirectory: rmdirSync,
  removeTree: rmSync,
  remove: unlinkSync,
  write: writeSync,
  temporaryFolder: tmpdir(),
});

export type FileSystem = typeof fileSystem;
