import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecorder, type Recorder } from '@holdfast/journal';
import { afterEach } from 'vitest';
import type { FileOutcome, RunnerTotals, TestOutcome } from '../../src/outcome.js';
import { createSession } from '../../src/session/create-session.js';
import type { SessionSetup } from '../../src/session.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of this test's own, removed after it. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-session-'));
  folders.push(folder);
  return folder;
};

export const openSession = (changes: Partial<SessionSetup> = {}) => {
  const rootDir = changes.rootDir ?? temporaryFolder();
  const session = createSession({
    rootDir,
    runner: { name: 'jest', version: '30.5.2' },
    options: {},
    screen: { width: 100, colors: false, isTTY: false },
    environment: {},
    ...changes,
  });
  const path = join(rootDir, 'tests/orders.test.ts');
  /** What the setup file in a worker would write. One process writes one journal file. */
  const record = (file = path): Recorder =>
    createRecorder({ runner: 'jest', path: file, directory: session.runDirectory });
  return { rootDir, session, path, record };
};

export const testOf = (title: string, changes: Partial<TestOutcome> = {}): TestOutcome => ({
  title: ['orders', title],
  status: 'failed',
  occurrence: 0,
  attempts: 1,
  errors: [],
  ...changes,
});

export const fileOf = (path: string, changes: Partial<FileOutcome> = {}): FileOutcome => {
  const tests = changes.tests ?? [];
  const failed = tests.filter(({ status }) => status === 'failed').length;
  return { path, counts: { passed: 3, failed, skipped: 0, todo: 0 }, tests, errors: [], ...changes };
};

export const totalsOf = (failed: number, changes: Partial<RunnerTotals> = {}): RunnerTotals => ({
  tests: { passed: 3, failed, skipped: 0, todo: 0 },
  files: { passed: 0, failed: 1, skipped: 0 },
  failed: true,
  ...changes,
});
