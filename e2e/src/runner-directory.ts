import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunnerId } from './matrix.js';

const endToEnd = fileURLToPath(new URL('..', import.meta.url));

/** Where one version of a runner is installed, with Holdfast's packed packages beside it. */
export const runnerDirectory = (runner: RunnerId): string => join(endToEnd, 'runners', runner);

/** The Node binary to run it on: Vitest 5 needs Node 22, all others run on the Node of this process. */
export const nodeBinary = (runner: RunnerId): string =>
  runner === 'vitest-5' && Number(process.versions.node.split('.')[0]) < 22
    ? join(endToEnd, 'node_modules', 'node-22', 'bin', 'node')
    : process.execPath;
