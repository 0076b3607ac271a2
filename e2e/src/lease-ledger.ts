import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Project } from './project.js';
import { type RunResult, runProject } from './run-project.js';

/** A place for leases, which goes with the test. */
export const newLedger = (): string => {
  const ledger = realpathSync(mkdtempSync(join(tmpdir(), 'hf-e2e-')));
  onTestFinished(() => rmSync(ledger, { recursive: true, force: true }));
  return ledger;
};

/** Runs a project whose leases lie in this ledger. */
export const runWithLedger = (
  project: Project,
  ledger: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> =>
  runProject(project, {
    env: { HOLDFAST_LEASE_DIR: ledger, LEASES_FILE: join(ledger, 'inside'), ...env },
  });

const isStartedUnder = (ledger: string, pid: string): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const variables = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
    return !/^\d+ \(.*\) [ZX]/s.test(stat) && variables.includes(`HOLDFAST_LEASE_DIR=${ledger}`);
  } catch {
    return false;
  }
};

/** Leases, directories and processes that are there of a ledger. */
export const left = (ledger: string): readonly string[] => [
  ...readdirSync(join(ledger, 'leases')),
  ...readdirSync(join(ledger, 'directories')),
  ...readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isStartedUnder(ledger, name)),
];
