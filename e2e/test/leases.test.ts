import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Interruption, interruptedFiles } from '../cases/interrupted.js';
import { killedFiles, leasingFiles } from '../cases/leases.js';
import { FULL_MATRIX, type Setting } from '../src/matrix.js';
import { type Project, writeProject } from '../src/project.js';
import { type RunResult, runProject } from '../src/run-project.js';

const newLedger = (): string => {
  const ledger = realpathSync(mkdtempSync(join(tmpdir(), 'hf-e2e-')));
  onTestFinished(() => rmSync(ledger, { recursive: true, force: true }));
  return ledger;
};

const run = async (
  project: Project,
  ledger: string,
  env: Record<string, string> = {},
): Promise<RunResult> => {
  const result = await runProject(project, {
    env: { HOLDFAST_LEASE_DIR: ledger, LEASES_FILE: join(ledger, 'inside'), ...env },
  });
  return result;
};

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
const left = (ledger: string): readonly string[] => [
  ...readdirSync(join(ledger, 'leases')),
  ...readdirSync(join(ledger, 'directories')),
  ...readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isStartedUnder(ledger, name)),
];

/** Where a kill of the test's process leaves the reporter alive. */
const hasWorkers = ({ mode }: Setting): boolean => mode === 'processes' || mode === 'forks';

/**
 * Where the reporter lives to the end of the run. Vitest 3 ends by itself, over the closed channel of a fork that was
 * killed, and what the fork left is the next run's to reclaim.
 */
const outlivesWorkers = (setting: Setting): boolean => hasWorkers(setting) && setting.runner !== 'vitest-3';

describe.each(FULL_MATRIX)('leases under $runner with $mode', (setting) => {
  it('are given back, and are no leaks; locks and barriers hold over files and workers', async () => {
    const ledger = newLedger();
    const project = writeProject(setting, leasingFiles(setting), { holdfast: { leaks: 'report' } });
    for (const _turn of ['first worker keeps the locks', 'reporter keeps the locks']) {
      const result = await run(project, ledger);
      expect(result.report?.totals, result.stdout + result.stderr).toMatchObject({ passed: 9, failed: 0 });
      expect(result.exitCode).toBe(0);
      expect(result.report?.leftBehind ?? []).toEqual([]);
      expect(left(ledger)).toEqual([]);
    }
  });

  it('of the dead are reclaimed: a worker’s at the end of the run, a run’s by the next', async () => {
    const ledger = newLedger();
    const project = writeProject(setting, killedFiles(setting));
    const killed = await run(project, ledger, { KILL: '1' });
    if (outlivesWorkers(setting)) {
      const said = killed.stdout + killed.stderr;
      expect(left(ledger), said).toEqual([]);
      expect(said).toContain('Holdfast reclaimed what killed tests had left: ');
    } else if (!hasWorkers(setting)) {
      expect(killed.signal).toBe('SIGKILL');
      expect(left(ledger)).not.toEqual([]);
    }
    const next = await run(project, ledger);
    expect(next.report?.totals, next.stdout + next.stderr).toMatchObject({ passed: 3, failed: 0 });
    expect(left(ledger)).toEqual([]);
  });
});

const INTERRUPTIONS: readonly Interruption[] = ['group', 'runner'];

describe.each(FULL_MATRIX)('an interrupted run of $runner with $mode', (setting) => {
  it.each(INTERRUPTIONS)('leaves no process and no directory, where SIGINT goes to the %s', async (whom) => {
    const ledger = newLedger();
    const project = writeProject(setting, interruptedFiles(setting));
    const interrupted = await run(project, ledger, { INTERRUPT: whom });
    const said = interrupted.stdout + interrupted.stderr;
    expect(
      [...readdirSync(join(ledger, 'leases')), ...readdirSync(join(ledger, 'directories'))],
      said,
    ).toEqual([]);
    expect(said).toContain('Holdfast reclaimed what killed tests had left: ');
    expect(interrupted.report?.run.interrupted, said).toBe('signal');
    // A worker without leases may outlive the runner for a moment; nothing of the next run is needed for its end.
    await expect.poll(() => left(ledger), { timeout: 10_000 }).toEqual([]);
  });
});
