import { describe, expect, it } from 'vitest';
import { killedFiles, leasingFiles } from '../cases/leases.js';
import { left, newLedger, runWithLedger } from '../src/lease-ledger.js';
import { FULL_MATRIX, type Setting } from '../src/matrix.js';
import { writeProject } from '../src/project.js';

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
      const result = await runWithLedger(project, ledger);
      expect(result.report?.totals, result.stdout + result.stderr).toMatchObject({ passed: 9, failed: 0 });
      expect(result.exitCode).toBe(0);
      expect(result.report?.leftBehind ?? []).toEqual([]);
      expect(left(ledger)).toEqual([]);
    }
  });

  it('of the dead are reclaimed: a worker’s at the end of the run, a run’s by the next', async () => {
    const ledger = newLedger();
    const project = writeProject(setting, killedFiles(setting));
    const killed = await runWithLedger(project, ledger, { KILL: '1' });
    if (outlivesWorkers(setting)) {
      const said = killed.stdout + killed.stderr;
      expect(left(ledger), said).toEqual([]);
      expect(said).toContain('Holdfast reclaimed what killed tests had left: ');
    } else if (!hasWorkers(setting)) {
      expect(killed.signal).toBe('SIGKILL');
      expect(left(ledger)).not.toEqual([]);
    }
    const next = await runWithLedger(project, ledger);
    expect(next.report?.totals, next.stdout + next.stderr).toMatchObject({ passed: 3, failed: 0 });
    expect(left(ledger)).toEqual([]);
  });
});
