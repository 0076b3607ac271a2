import { exunitReader } from './exunit/exunit-reader.js';
import { jestConsoleReader } from './jest-console/jest-console-reader.js';
import { ctrfReader } from './json/ctrf-reader.js';
import { jestJsonReader } from './json/jest-json-reader.js';
import { vitestBlobReader } from './json/vitest-blob-reader.js';
import { junitReader } from './junit/junit-reader.js';
import type { LogReader } from './log-reader.js';
import { pytestReader } from './pytest/pytest-reader.js';
import { reportReader } from './report/report-reader.js';
import { tapReader } from './tap/tap-reader.js';
import { vitestConsoleReader } from './vitest-console/vitest-console-reader.js';

/** Every format that is understood; the first that recognises a log reads it, so the strictest come first. */
export const READERS: readonly LogReader[] = [
  junitReader,
  reportReader,
  ctrfReader,
  jestJsonReader,
  vitestBlobReader,
  tapReader,
  pytestReader,
  exunitReader,
  vitestConsoleReader,
  jestConsoleReader,
];
