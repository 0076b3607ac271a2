import { readFileSync } from 'node:fs';
import type { VitestFile } from '../../src/translate/vitest-task.js';

/** What one version of Vitest told its reporters about the recorded project. */
export interface Recording {
  readonly version: string;
  readonly reason: string;
  readonly files: readonly VitestFile[];
  readonly errors: readonly unknown[];
}

export const RECORDED_VERSIONS = [3, 4, 5] as const;

export const readRecording = (major: (typeof RECORDED_VERSIONS)[number]): Recording =>
  JSON.parse(readFileSync(new URL(`./vitest-${major}.json`, import.meta.url), 'utf8')) as Recording;
