import { hostname } from 'node:os';
import { stableId } from '../report/stable-id.js';
import { type FileSystem, fileSystem } from './file-system.js';

const attempt = (read: () => string): string => {
  try {
    return read();
  } catch {
    return '';
  }
};

/**
 * Eight characters for the place in which a process number means something: this machine since its start, and within
 * it the container. Two places that share a folder know nothing of each other's processes.
 */
export const machineMark = (files: FileSystem = fileSystem): string => {
  const parts = [
    attempt(hostname),
    attempt(() => String(files.readText('/proc/sys/kernel/random/boot_id', 'utf8'))),
    attempt(() => String(files.readLink('/proc/self/ns/pid'))),
  ];
  return stableId(parts.join('\0')).slice(0, 8);
};
